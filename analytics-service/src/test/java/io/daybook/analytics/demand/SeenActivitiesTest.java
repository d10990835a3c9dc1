package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenActivitiesTest {

    private final SeenActivities seen = new SeenActivities(3);

    @Test
    void knowsAnIdAmongTheLastFew() {
        assertThat(seen.isRepetition("a", 0)).isFalse();
        assertThat(seen.isRepetition("b", 1)).isFalse();
        assertThat(seen.isRepetition("a", 2)).isTrue();
        assertThat(seen.isRepetition("c", 3)).isFalse();
        assertThat(seen.isRepetition("a", 4)).isTrue();
    }

    @Test
    void forgetsTheOldestId() {
        for (int number = 0; number < 4; number++) {
            seen.isRepetition("id" + number, number);
        }

        assertThat(seen.isRepetition("id0", 9)).isFalse();
        assertThat(seen.isRepetition("id3", 9)).isTrue();
    }

    @Test
    void takesARecordThatIsDeliveredAgainForItself() {
        seen.isRepetition("a", 5);

        assertThat(seen.isRepetition("a", 5)).isFalse();
        assertThat(seen.isRepetition("a", 6)).isTrue();
    }
}
