package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StableRandomTest {

    /** By another program. */
    private static final long HASH_OF_A_MUG = 304004881409283554L;

    @Test
    void givesTheNumbersThatSplitMix64IsKnownFor() {
        StableRandom random = new StableRandom(1234567);

        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    @Test
    void normalOnesHaveTheMomentsOfANormal() {
        StableRandom random = new StableRandom(42);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        int count = 200_000;
        for (int draw = 0; draw < count; draw++) {
            double value = random.normal();
            sum += value;
            squares += value * value;
            fourths += value * value * value * value;
        }

        assertThat(sum / count).isCloseTo(0, within(0.01));
        assertThat(squares / count).isCloseTo(1, within(0.02));
        assertThat(fourths / count).isCloseTo(3, within(0.1));
    }

    @Test
    void hashesATextToTheSameNumberForEver() {
        assertThat(StableRandom.hash("spring/MUG-CREAM")).isEqualTo(HASH_OF_A_MUG);
        assertThat(StableRandom.hash("spring/MUG-CREAN")).isNotEqualTo(HASH_OF_A_MUG);
    }
}
