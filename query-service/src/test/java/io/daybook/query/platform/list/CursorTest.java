package io.daybook.query.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final List<Keyset.Term> TERMS = List.of(
            new Keyset.Term(Sort.byOptional("at", "at", ValueType.INSTANT), true),
            new Keyset.Term(Sort.by("id", "id", ValueType.TEXT), true));

    @Test
    void carriesTheKeysOfTheLastRowWithThoseThatItIsWithout() {
        OffsetDateTime at = Instant.parse("2011-11-14T09:26:00.123456Z").atOffset(ZoneOffset.UTC);

        String text = Cursor.text("q", List.of(at.toInstant().toString(), "A/1.é"));
        String without = Cursor.text("q", Arrays.asList(null, ""));

        assertThat(Cursor.values(text, "q", TERMS)).containsExactly(at, "A/1.é");
        assertThat(Cursor.values(without, "q", TERMS)).containsExactly(null, "");
    }

    @Test
    void isOfNoUseForAnotherQuestion() {
        String text = Cursor.text("q", Arrays.asList(null, "A"));

        assertThatThrownBy(() -> Cursor.values(text, "r", TERMS)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void refusesKeysThatARowCannotHave() {
        assertRefused(Cursor.text("q", Arrays.asList("yesterday", "A")));
        assertRefused(Cursor.text("q", Arrays.asList(null, null)));
        assertRefused(Cursor.text("q", Arrays.asList(null, "\0")));
        assertRefused(Cursor.text("q", Arrays.asList(null, "A", "B")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YQ", "bnVsbA", "W10", "e30"})
    void refusesWhatIsNoCursor(String text) {
        assertRefused(text);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.values(text, "q", TERMS)).isInstanceOf(InvalidValue.class);
    }
}
