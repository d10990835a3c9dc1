package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonFinderTest {

    @ParameterizedTest
    @ValueSource(ints = {7, 24, 37, 96, 288, 500})
    void findsASeason(int period) {
        double[] noise = Series.noise(3072, period);
        SeasonFinder finder = new SeasonFinder();
        for (int row = 0; row < noise.length; row++) {
            finder.learn(10 * Math.sin(2 * Math.PI * row / period) + noise[row]);
        }
        assertThat(finder.period()).isBetween(period - 2 - period / 50, period + 2 + period / 50);
    }

    @Test
    void findsNoneInNoise() {
        SeasonFinder finder = new SeasonFinder();
        for (double value : Series.noise(5000, 1)) {
            finder.learn(value);
        }
        assertThat(finder.period()).isZero();
    }

    @Test
    void findsNoneInATrendOrAConstant() {
        SeasonFinder trend = new SeasonFinder();
        SeasonFinder constant = new SeasonFinder();
        for (int row = 0; row < 5000; row++) {
            trend.learn(row);
            constant.learn(3);
        }
        assertThat(trend.period()).isZero();
        assertThat(constant.period()).isZero();
    }

    @Test
    void keepsASeasonThatGoesOn() {
        SeasonFinder finder = new SeasonFinder();
        double[] noise = Series.noise(20_000, 2);
        int changes = 0;
        for (int row = 0; row < noise.length; row++) {
            changes += finder.learn(10 * Math.sin(2 * Math.PI * row / 60) + noise[row]) ? 1 : 0;
        }
        assertThat(finder.period()).isBetween(59, 61);
        assertThat(changes).isLessThanOrEqualTo(2);
    }
}
