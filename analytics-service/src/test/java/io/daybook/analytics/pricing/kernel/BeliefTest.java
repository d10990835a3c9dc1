package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeliefTest {

    @Test
    void weighsAMeasurementByItsPrecision() {
        Belief belief = new Belief(new double[] {2}, new double[] {0.5});

        belief.observe(new double[] {1}, 5, 0.25);

        assertThat(belief.mean(0)).isCloseTo((2 / 0.5 + 5 / 0.25) / (1 / 0.5 + 1 / 0.25), within(1e-12));
        assertThat(belief.covariance(0, 0)).isCloseTo(1 / (1 / 0.5 + 1 / 0.25), within(1e-12));
    }

    @Test
    void knowsThatOneCoefficientExplainsTheOtherAway() {
        Belief belief = new Belief(new double[] {0, 0}, new double[] {1, 1});

        belief.observe(new double[] {1, 1}, 2, 1e-9);

        assertThat(belief.mean(0)).isCloseTo(1, within(1e-6));
        assertThat(belief.mean(1)).isCloseTo(1, within(1e-6));
        assertThat(belief.covariance(0, 1)).isCloseTo(-0.5, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"-3, 2, 50, 4, 1", "-3, 2, 50, 0, 1", "0, 0.1, 10, 300, 1", "-8, 4, 1000, 40, 1.5", "2, 9, 1, 0, 1"})
    void findsTheModeOfACountThatAFineGridFinds(
            double mean, double variance, double exposure, double count, double dispersion) {
        Belief belief = new Belief(new double[] {mean}, new double[] {variance});

        belief.observeCount(new double[] {1}, exposure, count, dispersion);

        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (double at = -30; at < 30; at += 1e-5) {
            double density =
                    -(at - mean) * (at - mean) / (2 * variance) + (count * at - exposure * Math.exp(at)) / dispersion;
            if (density > most) {
                most = density;
                best = at;
            }
        }
        assertThat(belief.mean(0)).isCloseTo(best, within(2e-5));
        assertThat(1 / belief.covariance(0, 0))
                .isCloseTo(1 / variance + exposure * Math.exp(best) / dispersion, within(1e-3 / variance + 0.02));
    }
}
