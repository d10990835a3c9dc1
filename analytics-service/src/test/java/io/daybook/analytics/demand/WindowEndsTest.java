package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowEndsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WindowEnds always = new WindowEnds(TestPanes.SETTINGS, Instant.MIN);
    private final WindowEnds sinceTen = new WindowEnds(TestPanes.SETTINGS, NINE.plus(HOUR));

    @Test
    void makeAWindowOfCoarsePanesWithFineOnesAtItsEnds() {
        assertThat(always.cut(NINE.plusSeconds(120), HOUR).orElseThrow().panes())
                .containsExactly(
                        new PaneCut(Grain.FINE, NINE.minusSeconds(3480), NINE.minusSeconds(2700)),
                        new PaneCut(Grain.COARSE, NINE.minusSeconds(2700), NINE),
                        new PaneCut(Grain.FINE, NINE, NINE.plusSeconds(120)));
    }

    @Test
    void makeAShortWindowWithinACoarsePaneOfFineOnes() {
        assertThat(always.cut(NINE.plusSeconds(360), MINUTE.multipliedBy(5))
                        .orElseThrow()
                        .panes())
                .containsExactly(new PaneCut(Grain.FINE, NINE.plusSeconds(60), NINE.plusSeconds(360)));
    }

    @Test
    void endWithTheMinuteOfTheNewestTime() {
        assertThat(always.end(null, Optional.of(NINE.plusSeconds(61)))).isEqualTo(NINE.plusSeconds(120));
        assertThat(always.end(null, Optional.of(NINE))).isEqualTo(NINE.plusSeconds(60));
        assertThat(always.end(NINE, Optional.empty())).isEqualTo(NINE);
        assertThat(always.end(NINE.plusSeconds(1), Optional.empty())).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void areRoundedToCoarsePanesWhereFineOnesAreGone() {
        assertThat(sinceTen.cut(NINE.plusSeconds(120), HOUR).orElseThrow().range())
                .isEqualTo(new TimeRange(NINE.minusSeconds(2700), NINE.plusSeconds(900)));
        assertThat(sinceTen.cut(NINE.plusSeconds(120), MINUTE)).isEmpty();
        assertThat(sinceTen.cut(NINE.plusSeconds(3660), MINUTE)).isPresent();
    }

    @Test
    void coverTheRangeOnceWithoutAHole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            Instant from = NINE.plusSeconds(60L * random.nextInt(-3_000, 3_000));
            TimeRange range = new TimeRange(from, from.plusSeconds(60L * random.nextInt(3_000)));
            List<PaneCut> cuts = PaneCut.of(range, TestPanes.SETTINGS);

            Instant at = range.from();
            for (PaneCut cut : cuts) {
                assertThat(cut.from()).as("seed %d", seed).isEqualTo(at);
                at = cut.until();
                if (cut.grain() == Grain.COARSE) {
                    assertThat(cut.from().getEpochSecond() % 900).isZero();
                    assertThat(cut.until().getEpochSecond() % 900).isZero();
                }
            }
            assertThat(at).as("seed %d", seed).isEqualTo(range.until());
        }
    }
}
