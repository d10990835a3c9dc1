package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void carriesTheKeysOfTheLastRow() {
        Instant placedAt = Instant.parse("2011-11-14T09:26:00.123456Z");

        Cursor read = Cursor.read(Cursor.of(placedAt, "A/1.é", 7L).text(), 3);

        assertThat(read.instant(0)).isEqualTo(placedAt);
        assertThat(read.text(1)).isEqualTo("A/1.é");
        assertThat(read.number(2)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ.YQ.YQ", "AA.YQ"})
    void refusesWhatIsNoCursorOfThisList(String text) {
        assertThatThrownBy(() -> Cursor.read(text, 2)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void refusesKeysOfAnotherList() {
        Cursor other = Cursor.read(Cursor.of("85123A").text(), 1);

        assertThatThrownBy(() -> other.number(0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> other.instant(0)).isInstanceOf(InvalidValue.class);
    }
}
