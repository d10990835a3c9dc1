package io.daybook.analytics.monitoring.kernel;

import java.util.Arrays;

/**
 * Turns standings into scores from 0 to 1 and tells the onset of an anomaly from its course. A value that stands out
 * more than each of the 150 before it is an onset and scores in the upper half; all others score in the lower half, where
 * an anomaly just passed cools down slowly. One threshold then counts an anomaly once, and yet within a series the rows of
 * an anomaly rank above the others.
 */
final class Onsets {

    /** The standing of a value in which nothing is odd. */
    static final double NEVER = -9;

    private static final double COOLING = 0.02;
    private static final double COLD = -5;

    private final double[] recent;
    private long count;
    private double warmth = COLD;
    private boolean onset;

    Onsets(int rest) {
        recent = new double[rest];
        Arrays.fill(recent, NEVER);
    }

    double score(double standing) {
        double before = NEVER;
        for (double earlier : recent) {
            before = Math.max(before, earlier);
        }
        onset = standing > before;
        warmth = Math.max(standing, warmth - COOLING * (warmth - COLD));
        recent[(int) (count++ % recent.length)] = standing;
        return onset ? 0.5 + 0.5 * squashed(standing) : 0.5 * squashed(warmth);
    }

    /** Whether the last value was the first of something. */
    boolean onset() {
        return onset;
    }

    /** From 0 where it is cold towards 1. */
    private static double squashed(double standing) {
        double floor = logistic(COLD);
        return Math.max(0, (logistic(standing) - floor) / (1 - floor));
    }

    private static double logistic(double standing) {
        return 1 / (1 + Math.exp(-standing / 2));
    }

    void exchange(Memory memory) {
        memory.keep(recent);
        count = memory.keep(count);
        warmth = memory.keep(warmth);
        onset = memory.keep(onset ? 1L : 0L) == 1;
    }
}
