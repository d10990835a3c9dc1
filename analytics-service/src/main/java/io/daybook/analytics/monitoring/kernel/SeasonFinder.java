package io.daybook.analytics.monitoring.kernel;

/**
 * Finds a season that no calendar knows: the lag, in rows, at which the last 1,536 values resemble themselves most
 * (autocorrelation; Box and Jenkins 1970). It looks anew every 1,024 values, for lags that fit three times into what
 * there is, and keeps a season as long as no other is clearly better.
 */
final class SeasonFinder {

    static final int LONGEST = 512;

    private static final int KEPT = 3 * LONGEST;
    private static final int LOOK = 1024;
    private static final double LEAST = 0.3;
    private static final double NEARLY = 0.9;

    private final double[] values = new double[KEPT];
    private long count;
    private long period;

    /** In rows; 0 while there is none. */
    int period() {
        return (int) period;
    }

    /** Returns whether the season is another one now. */
    boolean learn(double value) {
        values[(int) (count++ % KEPT)] = value;
        if (count != LOOK / 2 && count % LOOK != 0) {
            return false;
        }
        int before = period();
        period = find(inOrder());
        return period != before;
    }

    private double[] inOrder() {
        int length = (int) Math.min(count, KEPT);
        double[] ordered = new double[length];
        for (int index = 0; index < length; index++) {
            ordered[index] = values[(int) ((count - length + index) % KEPT)];
        }
        return bounded(ordered);
    }

    /** Around 0, and no value further from it than three mean deviations: a spike is not a season. */
    private static double[] bounded(double[] series) {
        double mean = java.util.Arrays.stream(series).average().orElse(0);
        double deviation = java.util.Arrays.stream(series)
                .map(x -> Math.abs(x - mean))
                .average()
                .orElse(0);
        return java.util.Arrays.stream(series)
                .map(x -> Math.clamp(x - mean, -3 * deviation, 3 * deviation))
                .toArray();
    }

    private int find(double[] series) {
        double[] resemblance = new double[series.length / 3 + 1];
        double whole = resemblance(series, 0);
        if (whole <= 0) {
            return 0;
        }
        for (int lag = 1; lag < resemblance.length; lag++) {
            resemblance[lag] = resemblance(series, lag) / whole;
        }
        int first = 1;
        while (first < resemblance.length && resemblance[first] > LEAST) {
            first++;
        }
        return highest(resemblance, first);
    }

    /** The first peak that is nearly as high as the highest: its multiples are as high. */
    private int highest(double[] resemblance, int first) {
        double highest = LEAST;
        for (int lag = first; lag < resemblance.length; lag++) {
            highest = Math.max(highest, resemblance[lag]);
        }
        if (period >= first && period < resemblance.length && resemblance[(int) period] > NEARLY * highest) {
            return (int) period;
        }
        for (int lag = Math.max(first, 2); lag < resemblance.length - 1; lag++) {
            boolean peak = resemblance[lag] >= resemblance[lag - 1] && resemblance[lag] >= resemblance[lag + 1];
            if (peak && resemblance[lag] > Math.max(LEAST, NEARLY * highest)) {
                return lag;
            }
        }
        return 0;
    }

    private static double resemblance(double[] series, int lag) {
        double sum = 0;
        for (int index = lag; index < series.length; index++) {
            sum += series[index] * series[index - lag];
        }
        return sum / (series.length - lag);
    }

    void exchange(Memory memory) {
        memory.keep(values);
        count = memory.keep(count);
        period = memory.keep(period);
    }
}
