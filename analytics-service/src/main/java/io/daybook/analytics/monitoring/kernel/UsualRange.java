package io.daybook.analytics.monitoring.kernel;

import java.util.Arrays;

/**
 * Finds a value outside the usual range: its distance from the median, in units of the distance from the median to the
 * decile on its side. The quantiles are tracked by small steps up and down (stochastic approximation: Robbins and Monro
 * 1951; for quantiles Tierney 1983), so nothing is stored and the range follows a series that drifts.
 */
final class UsualRange implements Detector {

    private static final double[] QUANTILES = {.01, .1, .25, .5, .75, .9, .99};
    private static final int LOW = 1;
    private static final int MEDIAN = 3;
    private static final int HIGH = 5;
    private static final int FIRST_VALUES = 40;

    private final double[] first = new double[FIRST_VALUES];
    private final double[] quantiles = new double[QUANTILES.length];
    private long count;

    @Override
    public double oddity(long epochSecond, double value) {
        if (count < FIRST_VALUES) {
            first[(int) count++] = value;
            if (count == FIRST_VALUES) {
                start();
            }
            return 0;
        }
        double oddity = distance(value);
        learn(value);
        return oddity;
    }

    double median() {
        return quantiles[MEDIAN];
    }

    private void start() {
        double[] sorted = first.clone();
        Arrays.sort(sorted);
        for (int index = 0; index < QUANTILES.length; index++) {
            quantiles[index] = sorted[(int) Math.round(QUANTILES[index] * (FIRST_VALUES - 1))];
        }
    }

    /** A twentieth of the whole spread is added to each unit: a side that is nearly flat is no excuse. */
    private double distance(double value) {
        double median = quantiles[MEDIAN];
        double side = value > median ? quantiles[HIGH] - median : median - quantiles[LOW];
        return Detector.inUnitsOf(side + 0.05 * spread(), Math.abs(value - median));
    }

    private void learn(double value) {
        count++;
        double difference = value - quantiles[MEDIAN];
        double spread = spread() > 0 ? spread() : Math.abs(difference);
        double step = spread * Math.max(0.25 / Math.sqrt((double) count), 0.001);
        for (int index = 0; index < QUANTILES.length; index++) {
            quantiles[index] += step * (value > quantiles[index] ? QUANTILES[index] : below(value, index));
        }
        Arrays.sort(quantiles);
    }

    private double below(double value, int index) {
        return value < quantiles[index] ? QUANTILES[index] - 1 : 0;
    }

    private double spread() {
        return quantiles[QUANTILES.length - 1] - quantiles[0];
    }

    @Override
    public void exchange(Memory memory) {
        memory.keep(first);
        memory.keep(quantiles);
        count = memory.keep(count);
    }
}
