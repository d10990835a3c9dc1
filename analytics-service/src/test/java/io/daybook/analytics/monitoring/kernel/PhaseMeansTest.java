package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhaseMeansTest {

    private final PhaseMeans means = new PhaseMeans(2);

    @Test
    void knowsAPhaseOnceItHasBeenGoneThroughThreeTimesHoweverManyValuesItHad() {
        for (int passage = 1; passage <= 3; passage++) {
            for (int value = 0; value < 10; value++) {
                means.learn(0, 5, 1);
                assertThat(means.knows(0)).isFalse();
            }
            means.learn(1, 7, 1);
        }

        assertThat(means.knows(0)).isTrue();
        assertThat(means.knows(1)).isFalse();
        assertThat(means.at(0)).isEqualTo(5);
    }

    @Test
    void knowsNothingOnceItHasForgotten() {
        for (int passage = 1; passage <= 4; passage++) {
            means.learn(0, 5, 1);
            means.learn(1, 7, 1);
        }
        means.forget();

        assertThat(means.knows(0)).isFalse();
    }
}
