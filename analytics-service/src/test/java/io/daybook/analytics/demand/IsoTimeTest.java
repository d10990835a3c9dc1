package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-11-14T09:15:00Z",
                "2012-02-29T23:59:59.1Z",
                "1969-12-31T23:59:59.000000001Z",
                "2011-11-14T09:15:00.000Z",
                "2011-11-14T09:15:00.Z",
                "2011-11-14T10:15:00+01:00",
                "2011-11-14T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "-0001-01-01T00:00:00Z",
                "+12011-11-14T09:15:00Z",
            })
    void readsWhatInstantReads(String text) {
        assertThat(IsoTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void readsRandomTimes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_799L))
                    .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));

            assertThat(IsoTime.parse(time.toString())).as("seed %d", seed).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "2011-02-30T09:15:00Z", "2011-11-14T09:15:00", "2011-11-14 09:15:00Z"})
    void refusesWhatInstantRefuses(String text) {
        assertThatThrownBy(() -> IsoTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
