package io.daybook.analytics.monitoring.kernel;

/**
 * The usual size of a deviation: a mean of absolute deviations in which none counts for more than eight times what was
 * usual before it, so that an outlier hardly widens what it is measured by (Huber 1964, with a moving bound). The first
 * values weigh alike, later ones at the given rate.
 */
final class RobustScale {

    private static final double BOUND = 8;

    private final double rate;
    private long count;
    private double scale;

    RobustScale(double rate) {
        this.rate = rate;
    }

    double value() {
        return scale;
    }

    void learn(double deviation) {
        count++;
        double bounded = scale > 0 ? Math.min(deviation, BOUND * scale) : deviation;
        scale += Math.max(1.0 / count, rate) * (bounded - scale);
    }

    void exchange(Memory memory) {
        count = memory.keep(count);
        scale = memory.keep(scale);
    }
}
