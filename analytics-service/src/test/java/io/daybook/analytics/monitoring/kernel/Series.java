package io.daybook.analytics.monitoring.kernel;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series to judge, every five minutes from a Monday on. */
final class Series {

    static final long START = 1_396_828_800L;
    static final int STEP = 300;
    static final int DAY = 288;

    private Series() {}

    static double[] of(int length, IntToDoubleFunction value) {
        double[] series = new double[length];
        for (int row = 0; row < length; row++) {
            series[row] = value.applyAsDouble(row);
        }
        return series;
    }

    /** A day's wave with noise. */
    static double[] daily(int length, long seed) {
        Random random = new Random(seed);
        return of(length, row -> 100 + 30 * Math.sin(2 * Math.PI * row / DAY) + 2 * random.nextGaussian());
    }

    static double[] noise(int length, long seed) {
        Random random = new Random(seed);
        return of(length, row -> random.nextGaussian());
    }

    static double[] scores(double[] series) {
        AnomalyDetector detector = new AnomalyDetector();
        return of(series.length, row -> detector.next(at(row), series[row]).score());
    }

    static long at(int row) {
        return START + (long) row * STEP;
    }

    static int highest(double[] scores) {
        int highest = 0;
        for (int row = 1; row < scores.length; row++) {
            if (scores[row] > scores[highest]) {
                highest = row;
            }
        }
        return highest;
    }
}
