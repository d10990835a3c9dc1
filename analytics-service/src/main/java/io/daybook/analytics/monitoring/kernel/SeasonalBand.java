package io.daybook.analytics.monitoring.kernel;

/**
 * Finds a value outside what is usual at its time: its distance from the believed forecast, in units of how far off
 * that usually is. Forecasts and units are robust, so that an anomaly hardly teaches them (see {@link PhaseMeans},
 * {@link RobustScale}).
 */
final class SeasonalBand implements Detector {

    private final Forecasters forecasters = new Forecasters();
    private final RobustScale usual = new RobustScale(0.002);
    private double expected;
    private double unit;

    @Override
    public double oddity(long epochSecond, double value) {
        forecasters.startAt(value);
        expected = forecasters.expect(epochSecond);
        unit = usual.value();
        double distance = Math.abs(value - expected);
        double oddity = Detector.inUnitsOf(unit, distance);
        usual.learn(distance);
        forecasters.learn(epochSecond, value, usual.value());
        return oddity;
    }

    /** What the last value was expected to be. */
    double expected() {
        return expected;
    }

    /** By how much values were usually off when the last one came. */
    double unit() {
        return unit;
    }

    /** In rows; 0 where none was found beside day and week. */
    int season() {
        return forecasters.season();
    }

    @Override
    public void exchange(Memory memory) {
        forecasters.exchange(memory);
        usual.exchange(memory);
        expected = memory.keep(expected);
        unit = memory.keep(unit);
    }
}
