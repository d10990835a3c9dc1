package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void isSilentAfterAMultipleOfTheUsualGap() {
        Silence silence = new Silence(2);
        for (long at = 0; at <= 100_000; at += 1000) {
            silence.event(at);
        }
        // 1000 ms lie in the bucket that ends at 1024
        assertThat(silence.longestUsual()).isEqualTo(2048);
        assertThat(silence.isSilent(102_048)).isFalse();
        assertThat(silence.isSilent(102_049)).isTrue();
    }

    @Test
    void knowsTheGapThatOneInAThousandExceeds() {
        Silence silence = new Silence(1);
        Random random = new Random(1);
        double at = 0;
        for (int index = 0; index < 20_000; index++) {
            at += -1000 * Math.log(1 - random.nextDouble());
            silence.event((long) at);
        }
        // of an exponential gap: 1000 · ln 1000 = 6,908; a bucket is 19 % wide, and about three gaps of the last
        // thousands say it
        assertThat(silence.longestUsual()).isBetween(5_000L, 12_000L);
    }

    @Test
    void saysNothingBeforeItKnowsThePace() {
        Silence silence = new Silence(1);
        assertThat(silence.isSilent(Long.MAX_VALUE)).isFalse();
        for (long index = 0; index < 20; index++) {
            silence.event(index * 1000);
            assertThat(silence.isSilent(1_000_000_000))
                    .as("after %d gaps", index)
                    .isFalse();
        }
        silence.event(20_000);
        assertThat(silence.isSilent(1_000_000_000)).isTrue();
    }

    @Test
    void followsAPaceThatChanges() {
        Silence silence = new Silence(1);
        for (int index = 0; index < 1000; index++) {
            silence.event(index * 60_000L);
        }
        long slow = silence.longestUsual();
        for (int index = 1; index <= 40_000; index++) {
            silence.event(999 * 60_000L + index * 1000L);
        }
        assertThat(slow).isGreaterThanOrEqualTo(60_000);
        assertThat(silence.longestUsual()).isEqualTo(1024);
    }

    @Test
    void learnsNothingFromALateEvent() {
        Silence silence = new Silence(1);
        for (long at = 0; at <= 100_000; at += 1000) {
            silence.event(at);
        }
        byte[] before = silence.state();
        silence.event(50_000);
        assertThat(silence.state()).isEqualTo(before);
    }

    @Test
    void goesOnFromItsState() {
        Silence live = new Silence(3);
        for (long at = 0; at <= 100_000; at += 1000) {
            live.event(at);
        }
        Silence restarted = new Silence(3);
        restarted.goOnFrom(live.state());

        assertThat(restarted.state()).isEqualTo(live.state());
        assertThat(restarted.longestUsual()).isEqualTo(live.longestUsual());
    }

    @Test
    void refusesAToleranceBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Silence(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Silence(Double.NaN));
    }
}
