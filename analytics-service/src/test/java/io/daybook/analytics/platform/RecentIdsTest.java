package io.daybook.analytics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private static final HexFormat HEX = HexFormat.of();

    private final RecentIds seen = new RecentIds(3);

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
        RecentIds often = new RecentIds(100);
        RecentIds once = new RecentIds(100);
        Map<String, byte[]> stored = new TreeMap<>();
        for (int offset = 0; offset < 5_000; offset++) {
            String id = "id" + random.nextInt(300);
            assertThat(often.isRepetition(id, offset)).as("seed %d", seed).isEqualTo(once.isRepetition(id, offset));
            if (random.nextInt(20) == 0) {
                often.drain((slot, block) -> stored.put(HEX.formatHex(slot), block));
            }
        }
        often.drain((slot, block) -> stored.put(HEX.formatHex(slot), block));
        Map<String, byte[]> again = new TreeMap<>();
        once.drain((slot, block) -> again.put(HEX.formatHex(slot), block));

        assertThat(again).as("seed %d", seed).usingRecursiveComparison().isEqualTo(stored);
        RecentIds restored = new RecentIds(100);
        stored.forEach((slot, block) -> restored.restore(HEX.parseHex(slot), block));
        for (int id = 0; id < 300; id++) {
            assertThat(restored.isRepetition("id" + id, 9_999))
                    .as("id%d, seed %d", id, seed)
                    .isEqualTo(once.isRepetition("id" + id, 9_999));
        }
    }
}
