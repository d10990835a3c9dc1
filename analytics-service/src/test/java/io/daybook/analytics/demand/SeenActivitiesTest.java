package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.demand.SeenActivities.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    @Test
    void storesTheSameHoweverOftenItIsAsked() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SeenActivities often = new SeenActivities(100);
        SeenActivities once = new SeenActivities(100);
        Map<Integer, List<Seen>> stored = new HashMap<>();
        for (int offset = 0; offset < 5_000; offset++) {
            String id = "id" + random.nextInt(300);
            assertThat(often.isRepetition(id, offset)).as("seed %d", seed).isEqualTo(once.isRepetition(id, offset));
            if (random.nextInt(20) == 0) {
                often.drain(stored::put);
            }
        }
        often.drain(stored::put);
        Map<Integer, List<Seen>> again = new HashMap<>();
        once.drain(again::put);

        assertThat(again).as("seed %d", seed).isEqualTo(stored);
        SeenActivities restored = new SeenActivities(100);
        stored.values().forEach(restored::restore);
        for (int id = 0; id < 300; id++) {
            assertThat(restored.isRepetition("id" + id, 9_999))
                    .as("id%d, seed %d", id, seed)
                    .isEqualTo(once.isRepetition("id" + id, 9_999));
        }
    }
}
