package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The single detectors, against brute force or a closed form. */
class DetectorsTest {

    static Stream<Supplier<Detector>> detectors() {
        return Stream.of(
                SeasonalBand::new,
                () -> new LevelShift(48),
                UsualRange::new,
                Novelty::new,
                () -> new Shape(new SeasonalBand()));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void findNothingOddInAConstantSeries(Supplier<Detector> detectors) {
        Detector detector = detectors.get();

        assertThat(Series.of(1500, row -> detector.oddity(Series.at(row), 0.1))).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void goOnFromTheirState(Supplier<Detector> detectors) {
        Detector live = detectors.get();
        double[] noise = Series.noise(1500, 1);
        for (int row = 0; row < 1000; row++) {
            live.oddity(Series.at(row), noise[row]);
        }
        Detector restarted = detectors.get();
        Memory.read(Memory.write(live::exchange), restarted::exchange);

        for (int row = 1000; row < 1500; row++) {
            assertThat(restarted.oddity(Series.at(row), noise[row])).isEqualTo(live.oddity(Series.at(row), noise[row]));
        }
    }

    @Test
    void levelShiftIsTheDistanceOfMeans() {
        LevelShift shift = new LevelShift(4);
        double[] noise = Series.noise(500, 2);
        double[] oddities = Series.of(500, row -> shift.oddity(0, noise[row]));

        double slow = mean(noise, 0, 4);
        double usual = 0;
        for (int row = 4; row < 500; row++) {
            double distance = Math.abs(mean(noise, row - 3, row + 1) - slow);
            assertThat(oddities[row]).as("row %d", row).isCloseTo(row == 4 ? 1e6 : distance / usual, within(1e-6));
            double rate = Math.max(1.0 / (row - 3), 0.5 / 32);
            usual += rate * ((usual > 0 ? Math.min(distance, 8 * usual) : distance) - usual);
            slow += Math.max(1.0 / (row - 2), 1.0 / 32) * (mean(noise, row - 3, row + 1) - slow);
        }
    }

    private static double mean(double[] series, int from, int until) {
        return Arrays.stream(series, from, until).average().orElseThrow();
    }

    @Test
    void usualRangeFollowsTheQuantiles() {
        UsualRange range = new UsualRange();
        double[] noise = Series.noise(20_000, 3);
        for (double value : noise) {
            range.oddity(0, value);
        }
        // deciles of the normal distribution at ±1.28, whole spread 4.65 between the first and the last per cent
        assertThat(range.median()).isCloseTo(0, within(0.1));
        assertThat(range.oddity(0, 3)).isCloseTo(3 / (1.2816 + 0.05 * 4.6527), within(0.25));
        assertThat(range.oddity(0, -3)).isCloseTo(3 / (1.2816 + 0.05 * 4.6527), within(0.25));
    }

    @Test
    void usualRangeFollowsALevelThatMoved() {
        UsualRange range = new UsualRange();
        double[] noise = Series.noise(20_000, 4);
        Series.of(20_000, row -> range.oddity(0, noise[row] + (row < 2000 ? 0 : 20)));

        assertThat(range.median()).isCloseTo(20, within(0.3));
    }

    @Test
    void noveltyIsTheDistanceToTheFifthNearest() {
        Novelty novelty = new Novelty();
        double[] noise = Series.noise(400, 5);
        double[] oddities = Series.of(400, row -> novelty.oddity(0, noise[row]));

        double mean = noise[0];
        RobustScale usual = new RobustScale(0.002);
        for (int row = 0; row < 400; row++) {
            double value = noise[row];
            usual.learn(Math.abs(value - mean));
            mean += Math.max(1.0 / (row + 1), 0.002) * (value - mean);
            double[] distances = Arrays.stream(noise, 0, row)
                    .map(x -> Math.abs(x - value))
                    .sorted()
                    .toArray();
            assertThat(oddities[row]).isEqualTo(row < 20 ? 0 : distances[4] / usual.value());
        }
    }

    @Test
    void noveltySeesAValueBetweenTwoLevels() {
        Novelty novelty = new Novelty();
        double[] noise = Series.noise(2000, 6);
        double[] oddities = Series.of(2000, row -> novelty.oddity(0, row == 1500 ? 50 : row % 2 * 100 + noise[row]));

        assertThat(Series.highest(oddities)).isEqualTo(1500);
    }

    @Test
    void shapeSeesABeatThatLasts() {
        SeasonalBand band = new SeasonalBand();
        Shape shape = new Shape(band);
        double[] noise = Series.noise(3000, 7);
        double[] oddities = Series.of(3000, row -> {
            double beat = row % 32 < 8 || (row >= 2400 && row < 2424) ? 10 : 0;
            double value = beat + 0.1 * noise[row];
            band.oddity(Series.at(row), value);
            return shape.oddity(Series.at(row), value);
        });
        Arrays.fill(oddities, 0, 1200, 0);

        assertThat(band.season()).isEqualTo(32);
        assertThat(Series.highest(oddities)).isBetween(2400, 2432);
    }

    @Test
    void seasonalBandLearnsWeekends() {
        SeasonalBand band = new SeasonalBand();
        int days = 70;
        double[] noise = Series.noise(days * 24, 8);
        double[] oddities = Series.of(days * 24, hour -> {
            double usual = hour / 24 % 7 >= 5 ? 10 : 100;
            return band.oddity(Series.START + hour * 3600L, usual + noise[hour] + (hour == 65 * 24 + 5 ? 15 : 0));
        });
        Arrays.fill(oddities, 0, 42 * 24, 0);

        assertThat(Series.highest(oddities)).isEqualTo(65 * 24 + 5);
    }
}
