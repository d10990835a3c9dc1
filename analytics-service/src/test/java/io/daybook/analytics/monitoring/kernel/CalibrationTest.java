package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How oddities become comparable: scale, extremes of stretches, onsets. */
class CalibrationTest {

    @Test
    void aScaleIsTheMeanDeviationWithOutliersBounded() {
        RobustScale scale = new RobustScale(0);
        scale.learn(1);
        scale.learn(3);
        assertThat(scale.value()).isEqualTo(2);
        scale.learn(1e9);
        assertThat(scale.value()).isCloseTo(2 + (16 - 2) / 3.0, within(1e-12));
    }

    @Test
    void aStretchCountsOnceHoweverManyExtremesAreInIt() {
        BlockMaxima once = new BlockMaxima();
        BlockMaxima often = new BlockMaxima();
        for (int row = 0; row < 1000; row++) {
            once.standing(row % 100 == 7 ? 3 : 0);
            often.standing(row % 10 == 7 ? 3 : 0);
        }
        assertThat(often.standing(4)).isEqualTo(once.standing(4));
    }

    @Test
    void standingIsInDeviationsOfTheMaxima() {
        BlockMaxima maxima = new BlockMaxima();
        // the prior: six stretches with a mean of 1.6 and a deviation of 0.5
        assertThat(maxima.standing(1.6)).isCloseTo(0, within(1e-9));
        assertThat(maxima.standing(2.6)).isCloseTo(2, within(1e-9));
        for (int row = 2; row < 100; row++) {
            maxima.standing(0);
        }
        // a seventh stretch, of which 2.6 was the largest
        double mean = (6 * 1.6 + 2.6) / 7;
        double deviation = Math.sqrt((6 * (1.6 * 1.6 + 0.25) + 2.6 * 2.6) / 7 - mean * mean);
        assertThat(maxima.standing(3)).isCloseTo((3 - mean) / deviation, within(1e-9));
    }

    @Test
    void anOnsetIsARecordAndClearlyAboveTheOnsetsBefore() {
        Random random = new Random(1);
        Onsets onsets = new Onsets(30);
        double[] standings = Series.of(2000, row -> 3 * random.nextGaussian());
        boolean[] begun = new boolean[2000];
        for (int row = 0; row < standings.length; row++) {
            double score = onsets.score(standings[row]);
            boolean expected = standings[row] > Onsets.NEVER + Onsets.CLEARLY;
            for (int before = Math.max(0, row - 30); before < row; before++) {
                expected &= standings[row] > standings[before] + (begun[before] ? Onsets.CLEARLY : 0);
            }
            begun[row] = expected;
            assertThat(onsets.onset()).as("row %d", row).isEqualTo(expected);
            assertThat(score >= 0.5).isEqualTo(expected);
        }
    }

    @Test
    void whatGrowsRowByRowIsFewOnsets() {
        Onsets onsets = new Onsets(150);
        int begun = 0;
        for (int row = 0; row < 100; row++) {
            begun += onsets.score(row * 0.05) >= 0.5 ? 1 : 0;
        }
        // at 0, and each 1.5 above the one before: 1.55, 3.10, 4.65
        assertThat(begun).isEqualTo(4);
    }

    @Test
    void whatIsOverCoolsDown() {
        Onsets onsets = new Onsets(30);
        onsets.score(10);
        double before = 0.5;
        for (int row = 0; row < 100; row++) {
            double score = onsets.score(Onsets.NEVER);
            assertThat(score).isLessThan(before);
            before = score;
        }
        assertThat(before).isLessThan(0.1);
    }

    @Test
    void chanceIsEvenAndAFunctionOfTheIndex() {
        int[] counts = new int[10];
        for (long index = 0; index < 100_000; index++) {
            counts[Chance.below(10, index)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
        assertThat(Chance.below(1500, 42)).isEqualTo(Chance.below(1500, 42));
    }
}
