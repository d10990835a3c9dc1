package io.daybook.query.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferencesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void findsFieldsThatAreOthersNowAndSaysWhatTheyWere() {
        assertThat(between("{'name': 'A', 'stock': 3, 'same': 1}", "{'name': 'B', 'stock': 4, 'same': 1}"))
                .containsExactly("/name: \"A\" > \"B\"", "/stock: 3 > 4");
    }

    @Test
    void takesWhatIsNullForWhatIsNotThere() {
        assertThat(between("{'a': null, 'b': 1}", "{'b': null, 'c': 2, 'd': null}"))
                .containsExactly("/b: 1 > null", "/c: null > 2");
    }

    @Test
    void looksIntoObjectsAndTakesOneThatIsNewAsAWhole() {
        assertThat(between(
                        "{'policy': null, 'x': {'y': {'z': 1}}}", "{'policy': {'floor': '1'}, 'x': {'y': {'z': 2}}}"))
                .containsExactly("/policy: null > {\"floor\":\"1\"}", "/x/y/z: 1 > 2");
    }

    @Test
    void tellsItemsApartByTheirNaturalKeyWhereverTheyStand() {
        assertThat(between(
                        "{'lines': [{'line': 1, 'sku': 'A', 'n': 1}, {'line': 2, 'sku': 'A', 'n': 2}]}",
                        "{'lines': [{'line': 3, 'sku': 'C', 'n': 3}, {'line': 2, 'sku': 'A', 'n': 5}]}"))
                .containsExactly(
                        "/lines/0 (3): null > {\"line\":3,\"sku\":\"C\",\"n\":3}",
                        "/lines/1/n (2): 2 > 5",
                        "/lines/0 (1): {\"line\":1,\"sku\":\"A\",\"n\":1} > null");
    }

    @Test
    void findsNothingInItemsThatHaveOnlyMoved() {
        assertThat(between("{'l': [{'sku': 'A'}, {'sku': 'B'}]}", "{'l': [{'sku': 'B'}, {'sku': 'A'}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['a', 'b'] | ['a', 'c']",
                "[{'sku': 'A', 'n': 1}, {'sku': 'A', 'n': 2}] | [{'sku': 'A', 'n': 1}]",
                "[{'sku': null, 'n': 1}] | [{'sku': 'A', 'n': 1}]",
                "[{'sku': {'x': 1}}] | [{'sku': 'A'}]",
            })
    void takesAListWhoseItemsCannotBeToldApartAsAWhole(String before, String after) {
        assertThat(Differences.between(json("{'l': %s}".formatted(before)), json("{'l': %s}".formatted(after))))
                .singleElement()
                .satisfies(difference -> assertThat(difference.path()).isEqualTo("/l"));
    }

    @Test
    void writesPathsAsJsonPointers() {
        assertThat(Differences.between(json("{}"), json("{'a/b~c': 1}")))
                .extracting(FieldDifference::path)
                .containsExactly("/a~1b~0c");
    }

    @ParameterizedTest
    @CsvSource({
        "/policy, true",
        "/policy/floor, true",
        "/policy/ceiling, false",
        "/pol, false",
        "/other, false",
        "/policy/floor/x, false"
    })
    void knowsWhichFieldsADifferenceConcerns(String field, boolean concerned) {
        FieldDifference difference = Differences.between(
                        json("{'policy': {'floor': '1', 'ceiling': '9'}}"), json("{'policy': ['1']}"))
                .getFirst();
        FieldDifference whole = new FieldDifference(
                "/policy", null, json("{'floor': '1', 'ceiling': '9'}"), json("{'floor': '2', 'ceiling': '9'}"));

        assertThat(difference.path()).isEqualTo("/policy");
        assertThat(whole.concerns(JsonPointer.compile(field))).isEqualTo(concerned);
    }

    private static List<String> between(String before, String after) {
        return Differences.between(json(before), json(after)).stream()
                .map(difference -> "%s%s: %s > %s"
                        .formatted(
                                difference.path(),
                                difference.item() == null ? "" : " (" + difference.item() + ")",
                                difference.before(),
                                difference.after()))
                .toList();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
