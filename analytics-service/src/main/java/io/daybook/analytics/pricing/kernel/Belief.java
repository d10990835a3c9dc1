package io.daybook.analytics.pricing.kernel;

import java.nio.ByteBuffer;

/**
 * A normal belief about the coefficients of a linear predictor: their means and covariances, learned from one
 * observation after another. Only plain IEEE operations and {@link StrictMath}, in a fixed order: the same observations
 * make the same bits everywhere.
 */
final class Belief {

    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-12;

    private final int size;
    private final double[] mean;
    private final double[] covariance;
    private final double[] gain;

    /** Independent coefficients. */
    Belief(double[] mean, double[] variances) {
        this.size = mean.length;
        this.mean = mean.clone();
        this.covariance = new double[size * size];
        this.gain = new double[size];
        for (int index = 0; index < size; index++) {
            covariance[index * size + index] = variances[index];
        }
    }

    /** What {@link #write} wrote. */
    static Belief read(ByteBuffer buffer, int size) {
        Belief belief = new Belief(new double[size], new double[size]);
        for (int row = 0; row < size; row++) {
            belief.mean[row] = buffer.getDouble();
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double value = buffer.getDouble();
                belief.covariance[row * size + column] = value;
                belief.covariance[column * size + row] = value;
            }
        }
        return belief;
    }

    /** The means and one half of the covariances, which are symmetric to the last bit. */
    void write(ByteBuffer buffer) {
        for (int row = 0; row < size; row++) {
            buffer.putDouble(mean[row]);
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                buffer.putDouble(covariance[row * size + column]);
            }
        }
    }

    double mean(int index) {
        return mean[index];
    }

    double covariance(int one, int other) {
        return covariance[one * size + other];
    }

    /** The mean of the predictor with these factors. */
    double predict(double[] factors) {
        double sum = 0;
        for (int index = 0; index < size; index++) {
            sum += factors[index] * mean[index];
        }
        return sum;
    }

    /** The variance of the predictor with these factors. */
    double variance(double[] factors) {
        double variance = 0;
        for (int row = 0; row < size; row++) {
            gain[row] = 0;
            for (int column = 0; column < size; column++) {
                gain[row] += covariance[row * size + column] * factors[column];
            }
            variance += factors[row] * gain[row];
        }
        return variance;
    }

    /** Lets a coefficient drift: its variance grows. */
    void spread(int index, double variance) {
        covariance[index * size + index] += variance;
    }

    /**
     * Learns a value of the predictor that was measured with normal error: the recursive form of least squares (Harvey
     * 1989, section 3.2.1).
     */
    void observe(double[] factors, double value, double variance) {
        double surprise = value - predict(factors);
        double own = variance(factors);
        move(surprise / (own + variance), 1 / (own + variance));
    }

    /**
     * Learns a count that is Poisson with mean {@code exposure · exp(predictor)}: the exact mode along the one
     * direction that the observation speaks of, and the curvature there (West, Harrison, Migon 1985, with the mode of
     * Laplace instead of their conjugate moments).
     *
     * @param dispersion how many times the variance is the mean; 1 for Poisson
     */
    void observeCount(double[] factors, double exposure, double count, double dispersion) {
        double before = predict(factors);
        double own = variance(factors);
        if (own <= 0) {
            return;
        }
        double after = mode(before, own / dispersion, exposure, count);
        double weight = exposure * StrictMath.exp(after) / dispersion;
        move((after - before) / own, weight / (1 + own * weight));
    }

    /**
     * The root of {@code η − before − own · (count − exposure · exp(η))}; Newton's steps from its right never
     * overshoot.
     */
    private static double mode(double before, double own, double exposure, double count) {
        double at = count > 0 ? Math.max(before, StrictMath.log(count / exposure)) : before;
        for (int step = 0; step < MOST_STEPS; step++) {
            double rate = exposure * StrictMath.exp(at);
            double move = (at - before - own * (count - rate)) / (1 + own * rate);
            at -= move;
            if (Math.abs(move) < CLOSE) {
                break;
            }
        }
        return at;
    }

    /** Moves along the gain that {@link #variance} has left. */
    private void move(double step, double shrink) {
        for (int row = 0; row < size; row++) {
            mean[row] += gain[row] * step;
            for (int column = 0; column < size; column++) {
                covariance[row * size + column] -= gain[row] * gain[column] * shrink;
            }
        }
    }
}
