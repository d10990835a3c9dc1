package io.daybook.analytics.monitoring.kernel;

import java.util.Arrays;

/**
 * Turns standings into scores from 0 to 1 and tells the onset of an anomaly from its course. An onset stands out more
 * than each of the values before it, as far back as the rest goes, and clearly more than any onset among them; it
 * scores in the upper half. All others score in the lower half, where an anomaly just passed cools down slowly. One
 * threshold then counts an anomaly once, also one that grows row by row, and yet within a series the rows of an anomaly
 * rank above the others.
 */
final class Onsets {

    /** The standing of a value in which nothing is odd. */
    static final double NEVER = -9;

    /** By how much a later onset must stand out more than an earlier one. */
    static final double CLEARLY = 1.5;

    private static final double COOLING = 0.02;
    private static final double COLD = -5;

    private final double[] recent;
    private final double[] onsets;
    private long count;
    private double warmth = COLD;
    private boolean onset;

    Onsets(int rest) {
        recent = new double[rest];
        onsets = new double[rest];
        Arrays.fill(recent, NEVER);
        Arrays.fill(onsets, NEVER);
    }

    double score(double standing) {
        onset = standing > highest(recent) && standing > highest(onsets) + CLEARLY;
        int place = (int) (count++ % recent.length);
        recent[place] = standing;
        onsets[place] = onset ? standing : NEVER;
        warmth = Math.max(standing, warmth - COOLING * (warmth - COLD));
        return onset ? 0.5 + 0.5 * squashed(standing) : 0.5 * squashed(warmth);
    }

    private static double highest(double[] standings) {
        double highest = NEVER;
        for (double standing : standings) {
            highest = Math.max(highest, standing);
        }
        return highest;
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
        memory.keep(onsets);
        count = memory.keep(count);
        warmth = memory.keep(warmth);
        onset = memory.keep(onset ? 1L : 0L) == 1;
    }
}
