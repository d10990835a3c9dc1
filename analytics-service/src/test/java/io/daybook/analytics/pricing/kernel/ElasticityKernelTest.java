package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticityKernelTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void learnsRowByRowWhatTheNormalEquationsGiveForAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 3 + random.nextInt(500);
        double[] x = new double[rows];
        double[] y = new double[rows];
        ElasticityKernel kernel = new ElasticityKernel();
        for (int row = 0; row < rows; row++) {
            double price = 0.03 + 5 * random.nextDouble();
            double quantity = 900 * Math.pow(price, -2.2) * Math.exp(random.nextGaussian());
            x[row] = Math.log(price);
            y[row] = Math.log(quantity);
            kernel.observe(price, quantity);
        }

        ElasticityFit fit = kernel.fit();

        double slope = slope(x, y);
        assertThat(fit.elasticity()).isCloseTo(slope, within(1e-5 * Math.abs(slope)));
        assertThat(fit.standardError()).isCloseTo(error(x, y, slope), within(1e-4 * error(x, y, slope)));
        assertThat(fit.count()).isEqualTo(rows);
    }

    @Test
    void leavesOutAndCountsWhatHasNoLogarithm() {
        ElasticityKernel kernel = new ElasticityKernel();
        kernel.observe(1, 8);
        kernel.observe(1, 0);
        kernel.observe(2, 2);
        kernel.observe(2, -1);
        kernel.observe(4, 0.5);
        kernel.observe(0, 3);
        kernel.observe(Double.NaN, 3);

        assertThat(kernel.fit().elasticity()).isCloseTo(-2, within(1e-6));
        assertThat(kernel.fit().count()).isEqualTo(3);
        assertThat(kernel.fit().leftOut()).isEqualTo(4);
    }

    @Test
    void knowsNothingOfASlopeFromOnePrice() {
        ElasticityKernel kernel = new ElasticityKernel();
        for (int row = 1; row < 50; row++) {
            kernel.observe(3, row);
        }

        assertThat(kernel.fit().elasticity()).isNaN();
        assertThat(kernel.fit().standardError()).isNaN();
    }

    @Test
    void knowsNothingFromTwoPairs() {
        ElasticityKernel kernel = new ElasticityKernel();
        kernel.observe(1, 2);
        kernel.observe(2, 1);

        assertThat(kernel.fit().elasticity()).isNaN();
    }

    private static double slope(double[] x, double[] y) {
        double xy = 0;
        for (int row = 0; row < x.length; row++) {
            xy += (x[row] - mean(x)) * (y[row] - mean(y));
        }
        return xy / squares(x);
    }

    private static double error(double[] x, double[] y, double slope) {
        double residuals = 0;
        for (int row = 0; row < x.length; row++) {
            double residual = y[row] - mean(y) - slope * (x[row] - mean(x));
            residuals += residual * residual;
        }
        return Math.sqrt(residuals / (x.length - 2) / squares(x));
    }

    private static double squares(double[] x) {
        double squares = 0;
        for (double value : x) {
            squares += (value - mean(x)) * (value - mean(x));
        }
        return squares;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
