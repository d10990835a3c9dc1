package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanesTest {

    private final Panes panes = new Panes(Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({
        "2011-11-14T09:00:00Z, 2011-11-14T09:00:00Z, 2011-11-14T09:00:00Z",
        "2011-11-14T09:00:00.000000001Z, 2011-11-14T09:00:00Z, 2011-11-14T09:15:00Z",
        "2011-11-14T09:14:59.999999999Z, 2011-11-14T09:00:00Z, 2011-11-14T09:15:00Z",
        "2011-11-14T09:15:00Z, 2011-11-14T09:15:00Z, 2011-11-14T09:15:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:45:00Z, 1970-01-01T00:00:00Z",
    })
    void holdATimeBetweenTwoBoundaries(Instant time, Instant start, Instant next) {
        assertThat(panes.startOf(time)).isEqualTo(start);
        assertThat(panes.boundaryAtOrAfter(time)).isEqualTo(next);
        assertThat(panes.isBoundary(time)).isEqualTo(time.equals(start));
    }

    @ParameterizedTest
    @CsvSource({"PT15M, true", "PT1H, true", "P1D, true", "PT14M, false", "PT16M, false", "PT0S, false", "PT-15M, false"
    })
    void measureLengths(Duration length, boolean multiple) {
        assertThat(panes.isMultiple(length)).isEqualTo(multiple);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT1.5S", "PT-15M"})
    void areSomeWholeSecondsWide(Duration width) {
        assertThatThrownBy(() -> new Panes(width)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayBeOneSecondWide() {
        assertThat(new Panes(Duration.ofSeconds(1)).isMultiple(Duration.ofSeconds(7)))
                .isTrue();
    }
}
