package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogClockTest {

    private static final long GRACE = Duration.ofSeconds(10).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final LogClock clock = new LogClock(GRACE);

    @Test
    void settlesWhatComesAsItHappensAfterTheGrace() {
        for (long second = 0; second <= 100; second++) {
            happens(second * 1_000, second * 1_000);
        }
        assertThat(clock.settled()).isEqualTo(90_000);
    }

    @Test
    void settlesAPauseOfLiveTradeUpToTheGraceBeforeItsEnd() {
        happens(0, 0);
        happens(HOUR, HOUR);

        assertThat(clock.settled()).isEqualTo(HOUR - GRACE);
    }

    @Test
    void settlesHistoryAsLongAfterAsItWasRecorded() {
        for (long day = 0; day <= 400; day++) {
            happens(day * DAY, 1_000 * DAY + day * 100);
        }
        assertThat(clock.settled()).isBetween(290 * DAY, 300 * DAY);
    }

    @Test
    void settlesNothingUntilTheFirstThingIsAGraceAgo() {
        happens(DAY, 1_000 * DAY);
        happens(2 * DAY, 1_000 * DAY + 20);
        assertThat(clock.settled()).isEqualTo(LogEvent.NO_TIME);

        clock.recorded(1_000 * DAY + 20 + GRACE);

        assertThat(clock.settled()).isEqualTo(2 * DAY);
    }

    @Test
    void doesNotGoBack() {
        happens(HOUR, HOUR);
        happens(0, HOUR + 1);

        assertThat(clock.now()).isEqualTo(HOUR);
    }

    private void happens(long at, long recorded) {
        clock.recorded(recorded);
        clock.moveTo(at);
    }
}
