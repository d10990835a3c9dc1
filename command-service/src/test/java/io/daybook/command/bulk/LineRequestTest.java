package io.daybook.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LineRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"amount\" : 1.50, \"text\" : \"} \\\" {\" }",
                "{\"lines\":[{\"a\":{}},{\"b\":[1,2]}],\"ä\":\"日本\"}"
            })
    void takesTheBodyAsItStandsInTheLine(String body) {
        LineRequest line =
                read("  {\"ifMatch\":\"ä\",\"body\": %s , \"key\":\"K\",\"method\":\"PUT\",\"path\":\"/x\"}", body);

        assertThat(new String(line.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(line.key()).isEqualTo("K");
    }

    @ParameterizedTest
    @CsvSource({
        "/products, POST /products, ''",
        "/products/MUG, POST /products/{}, products/MUG",
        "/products/MUG/list-price, POST /products/{}/list-price, products/MUG",
        "/orders/7?reason=none, POST /orders/{}, orders/7",
        "/products/A%2FB/price-proposals/P/approval, POST /products/{}/price-proposals/{}/approval, products/A%2FB"
    })
    void knowsItsKindAndItsEntity(String path, String kind, String entity) {
        LineRequest line = read("{\"key\":\"K\",\"method\":\"POST\",\"path\":\"%s\"}", path);

        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.entity().orElse("")).isEqualTo(entity);
        assertThat(line.body()).isEmpty();
    }

    @Test
    void takesAPathOfFourThousandCharactersAndNoMore() {
        String line = "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/%s\"}";

        assertThat(read(line, "%41".repeat(1_333)).path()).hasSize(4_000);
        assertThatThrownBy(() -> read(line, "x".repeat(4_000))).isInstanceOf(InvalidValue.class);
    }

    private static LineRequest read(String line, String part) {
        return LineRequest.read(new JsonMapper(), line.formatted(part).getBytes(StandardCharsets.UTF_8));
    }
}
