package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishesTest {

    private static final HexFormat HEX = HexFormat.of();

    private final Wishes wishes = new Wishes();
    private final Map<String, String> stored = new HashMap<>();

    @Test
    void coversWhatHappenedUpToTheTime() {
        assertThat(wishes.add("S", 100)).isTrue();

        assertThat(wishes.covers("S", 99)).isTrue();
        assertThat(wishes.covers("S", 100)).isTrue();
        assertThat(wishes.covers("S", 101)).isFalse();
        assertThat(wishes.covers("T", 99)).isFalse();
        assertThat(wishes.add("S", 100)).isFalse();
        assertThat(wishes.add("S", 101)).isTrue();
    }

    @Test
    void looksForResultsOfAWishOnlyOnceItIsStored() {
        wishes.add("S", 100);
        assertThat(wishes.isOpen()).isTrue();
        assertThat(wishes.open()).isEmpty();

        store(wishes);
        assertThat(wishes.open()).containsOnly(Map.entry("S", 100L));
        wishes.add("S", 200);
        wishes.takenBack(Map.of("S", 100L));
        assertThat(wishes.isOpen()).as("what came meanwhile is not done").isTrue();
        store(wishes);
        wishes.takenBack(Map.of("S", 200L));
        assertThat(wishes.isOpen()).isFalse();
        assertThat(wishes.open()).isEmpty();
    }

    @Test
    void keepsNothingOfAWishThatIsOver() {
        wishes.add("S", 100);
        wishes.add("T", 100);
        store(wishes);
        wishes.takenBack(Map.of("S", 100L));

        wishes.forget(100);
        assertThat(wishes.covers("S", 100)).isTrue();
        wishes.forget(101);
        assertThat(wishes.covers("S", 100)).isFalse();
        assertThat(wishes.covers("T", 100)).as("not taken back yet").isTrue();
        store(wishes);
        assertThat(stored).hasSize(1);
    }

    @Test
    void goesOnWithWhatWasStored() {
        wishes.add("S", 100);
        wishes.add("T", -5);
        store(wishes);
        wishes.takenBack(Map.of("S", 100L));
        store(wishes);

        Wishes restored = new Wishes();
        stored.forEach((key, value) -> {
            assertThat(Wishes.isKey(HEX.parseHex(key))).isTrue();
            restored.restore(HEX.parseHex(key), HEX.parseHex(value));
        });

        assertThat(restored.covers("S", 100)).isTrue();
        assertThat(restored.open()).containsOnly(Map.entry("T", -5L));
        assertThat(restored.isOpen()).isTrue();
    }

    private void store(Wishes written) {
        written.writeChanges((key, value) -> {
            if (value == null) {
                stored.remove(HEX.formatHex(key));
            } else {
                stored.put(HEX.formatHex(key), HEX.formatHex(value));
            }
        });
    }
}
