package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SurpriseTailTest {

    /** P(X > x) = x^−3 for x ≥ 1, drawn by inversion. */
    private static SurpriseTail pareto(int count) {
        Random random = new Random(1);
        SurpriseTail tail = new SurpriseTail();
        for (int index = 0; index < count; index++) {
            tail.learn(Math.pow(1 - random.nextDouble(), -1.0 / 3));
        }
        return tail;
    }

    @Test
    void knowsAProbabilityWithinWhatItSaw() {
        SurpriseTail tail = pareto(20_000);

        assertThat(tail.surprise(2)).isCloseTo(3 * Math.log10(2), within(0.05));
        assertThat(tail.surprise(3)).isCloseTo(3 * Math.log10(3), within(0.1));
    }

    @Test
    void extendsAPowerLawBeyondWhatItSaw() {
        assertThat(pareto(20_000).surprise(100)).isCloseTo(6, within(0.6));
    }

    @Test
    void isNotSurprisedByNothing() {
        assertThat(pareto(1000).surprise(0)).isZero();
        assertThat(new SurpriseTail().surprise(5)).isZero();
    }

    @Test
    void hasNeverSeenAnythingOddAndThenDoes() {
        SurpriseTail tail = new SurpriseTail();
        for (int index = 0; index < 999; index++) {
            tail.learn(0);
        }
        assertThat(tail.surprise(5)).isCloseTo(3, within(1e-9));
    }

    @Test
    void isMoreSurprisedByMore() {
        SurpriseTail tail = pareto(5000);
        double before = 0;
        for (double oddity = 0.5; oddity < 1e6; oddity *= 1.05) {
            double surprise = tail.surprise(oddity);
            // where counts give way to the fitted tail a step down of a tenth of a decade is allowed
            assertThat(surprise)
                    .as("oddity %s", oddity)
                    .isGreaterThanOrEqualTo(before - 0.1)
                    .isLessThanOrEqualTo(8);
            before = surprise;
        }
    }

    @Test
    void knowsWhatAShareExceeded() {
        assertThat(pareto(20_000).exceededBy(0.01))
                .isBetween(Math.pow(100, 1.0 / 3) * 0.95, Math.pow(100, 1.0 / 3) * 1.15);
    }
}
