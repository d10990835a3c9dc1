package io.daybook.analytics.pricing.kernel;

import java.util.Arrays;

/**
 * Where nine in ten of some draws lie.
 *
 * @param low a twentieth of them is below
 * @param high a twentieth is above
 */
public record NineInTen(double low, double high) {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Of draws in any order, one at least. */
    public static NineInTen of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new NineInTen(sorted[(int) (LOW * last)], sorted[(int) (HIGH * last)]);
    }
}
