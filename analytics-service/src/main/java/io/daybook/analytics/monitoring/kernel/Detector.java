package io.daybook.analytics.monitoring.kernel;

/** One way to find a value odd. It has learned from what came before and learns the value once it has judged it. */
sealed interface Detector permits SeasonalBand, LevelShift, UsualRange, Novelty, Shape {

    /** Stands for a difference where there never was any. */
    double BEYOND_MEASURE = 1e6;

    /**
     * How odd the value is: 0 or more, without a unit, the same for {@code a·x + b} as for {@code x} (a > 0). It is
     * only comparable to what this detector said of the same series.
     *
     * @param epochSecond when, in seconds; only used as a phase of day and week
     */
    double oddity(long epochSecond, double value);

    void exchange(Memory memory);

    /** Distance in units of a scale, which is 0 as long as nothing has ever differed. */
    static double inUnitsOf(double scale, double distance) {
        if (scale > 0) {
            return Math.min(distance / scale, BEYOND_MEASURE);
        }
        return distance > 0 ? BEYOND_MEASURE : 0;
    }
}
