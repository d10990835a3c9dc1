package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedTimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2011-11-14, 2011-11-14T00:00:00Z",
        "2011-06-14, 2011-06-13T23:00:00Z",
        "2011-06-14T00:00:00Z, 2011-06-14T00:00:00Z",
        "2011-06-14T01:00:00+01:00, 2011-06-14T00:00:00Z",
    })
    void readsInstantsAndDaysOfTheShop(String text, Instant time) {
        assertThat(RequestedTime.parse(text, "from", LONDON)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2011-13-01", "2011-11-14T09:00", "0000-12-31", "+12011-11-14T00:00:00Z"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> RequestedTime.parse(text, "from", LONDON))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("from"));
    }
}
