package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyDetectorTest {

    private static final int ROWS = 3000;

    @Test
    void findsNothingInAConstantSeries() {
        assertThat(Series.scores(Series.of(ROWS, row -> 45))).containsOnly(0);
    }

    @Test
    void scoresTheFirstChangeOfAConstantSeriesHighest() {
        double[] scores = Series.scores(Series.of(ROWS, row -> row == 2000 ? 46 : 45));

        assertThat(Series.highest(scores)).isEqualTo(2000);
        assertThat(scores[2000]).isGreaterThan(0.5);
        assertThat(Arrays.copyOf(scores, 2000)).containsOnly(0);
    }

    static Stream<Arguments> oddities() {
        double[] spike = Series.daily(ROWS, 1);
        spike[2500] += 60;
        double[] dip = Series.daily(ROWS, 2);
        dip[2500] -= 60;
        double[] shift = Series.daily(ROWS, 3);
        for (int row = 2500; row < ROWS; row++) {
            shift[row] += 80;
        }
        // the peak of the day does not come: every value is one of every day, only not at this time
        double[] missingPeak = Series.daily(ROWS, 4);
        int peak = 9 * Series.DAY + Series.DAY / 4;
        for (int row = peak; row < peak + 40; row++) {
            missingPeak[row] -= 45;
        }
        return Stream.of(
                Arguments.of("spike", spike, 2500, 0),
                Arguments.of("dip", dip, 2500, 0),
                Arguments.of("level shift", shift, 2500, 0),
                Arguments.of("missing peak", missingPeak, peak, 39));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void scoresWhatIsOddHighest(String name, double[] series, int from, int tolerance) {
        double[] scores = Series.scores(series);

        assertThat(Series.highest(scores)).isBetween(from, from + tolerance);
    }

    @Test
    void ranksTheRowsAfterAnOnsetBelowItAndAboveTheUsual() {
        double[] series = Series.daily(ROWS, 5);
        series[2500] += 60;
        double[] scores = Series.scores(series);

        assertThat(scores[2501]).isLessThan(0.5).isGreaterThan(scores[2499]);
        assertThat(scores[2500]).isGreaterThan(0.9);
    }

    /** Powers of two change no digit of a figure, so nothing may differ at all. */
    @Test
    void scoresTheSameInAnotherUnit() {
        double[] series = Series.daily(ROWS, 6);
        series[2500] += 60;

        assertThat(Series.scores(Series.of(ROWS, row -> 1024 * series[row]))).isEqualTo(Series.scores(series));
    }

    @ParameterizedTest
    @CsvSource({"3.7, -12", "0.001, 5", "1000, 100000"})
    void scoresNearlyTheSameInAnotherUnitFromAnotherZero(double factor, double zero) {
        double[] series = Series.daily(ROWS, 7);
        series[2500] += 60;
        double[] scores = Series.scores(series);
        double[] others = Series.scores(Series.of(ROWS, row -> factor * series[row] + zero));

        for (int row = 0; row < ROWS; row++) {
            assertThat(others[row]).as("row %d", row).isCloseTo(scores[row], within(1e-4));
        }
    }

    @Test
    void judgesByWhatCameBeforeAlone() {
        double[] series = Series.daily(ROWS, 8);
        double[] scores = Series.scores(series);

        for (int length : new int[] {61, 500, 1025, 2999}) {
            double[] changed = series.clone();
            Arrays.fill(changed, length, ROWS, 1e9);
            assertThat(Arrays.copyOf(Series.scores(changed), length)).isEqualTo(Arrays.copyOf(scores, length));
        }
    }

    @Test
    void goesOnFromItsStateAsIfNothingHadHappened() {
        double[] series = Series.daily(ROWS, 9);
        AnomalyDetector live = new AnomalyDetector();
        AnomalyDetector restarted = new AnomalyDetector();
        for (int row = 0; row < ROWS; row++) {
            if (row % 397 == 0) {
                byte[] state = restarted.state();
                assertThat(state).isEqualTo(live.state());
                restarted = AnomalyDetector.from(state);
            }
            assertThat(restarted.next(Series.at(row), series[row])).isEqualTo(live.next(Series.at(row), series[row]));
        }
        assertThat(restarted.state()).isEqualTo(live.state());
    }

    @Test
    void keepsAStateOfConstantSize() {
        AnomalyDetector detector = new AnomalyDetector();
        int empty = detector.state().length;
        double[] series = Series.daily(ROWS, 10);
        for (int row = 0; row < ROWS; row++) {
            detector.next(Series.at(row), series[row]);
        }
        assertThat(detector.state()).hasSize(empty);
    }

    @Test
    void refusesAStateThatIsNotItsOwn() {
        byte[] state = new AnomalyDetector().state();

        assertThatIllegalArgumentException().isThrownBy(() -> AnomalyDetector.from(Arrays.copyOf(state, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnomalyDetector.from(Arrays.copyOf(state, state.length + 8)));
    }

    @Test
    void learnsNothingFromAMissingValue() {
        AnomalyDetector detector = new AnomalyDetector();
        double[] series = Series.daily(ROWS, 11);
        for (int row = 0; row < 1000; row++) {
            detector.next(Series.at(row), series[row]);
        }
        byte[] before = detector.state();

        assertThat(detector.next(Series.at(1000), Double.NaN).score()).isZero();
        assertThat(detector.state()).isEqualTo(before);
    }

    @Test
    void scoresBetweenZeroAndOneWhateverComes() {
        Random random = new Random(12);
        double[] wild = Series.of(5000, row -> switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> Math.pow(10, random.nextInt(200) - 100);
            case 2 -> -Double.MAX_VALUE / 1e10;
            case 3 -> Double.NaN;
            case 4 -> Double.MIN_VALUE;
            default -> random.nextGaussian();
        });

        for (double score : Series.scores(wild)) {
            assertThat(score).isBetween(0.0, 1.0);
        }
    }

    @Test
    void givesTheEvidence() {
        double[] series = Series.daily(ROWS, 13);
        AnomalyDetector detector = new AnomalyDetector();
        for (int row = 0; row < 2500; row++) {
            detector.next(Series.at(row), series[row]);
        }
        Verdict verdict = detector.next(Series.at(2500), series[2500] + 25);

        assertThat(verdict.onset()).isTrue();
        assertThat(verdict.reason()).isEqualTo(Reason.SEASONAL_BAND);
        assertThat(verdict.expected()).isCloseTo(series[2500], within(8.0));
        assertThat(verdict.high()).isBetween(verdict.expected(), series[2500] + 25);
        assertThat(verdict.rarity()).isGreaterThan(1000);
    }
}
