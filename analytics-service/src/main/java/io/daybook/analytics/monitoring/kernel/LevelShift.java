package io.daybook.analytics.monitoring.kernel;

/**
 * Finds a level that moved: how far the mean of the last values is from the slow mean of such means, in units of how
 * far it usually is. A control chart of moving averages (Roberts 1959; here against a level that is learned). Being an
 * average, it sees a small change that lasts, which no single value shows.
 */
final class LevelShift implements Detector {

    /** How many windows the slow mean looks back over. */
    private static final double MEMORY = 8;

    private final double[] window;
    private long count;
    private double sum;
    private double slow;
    private double level;
    private double usualLevel;
    private double unit;
    private final RobustScale usual;

    LevelShift(int length) {
        window = new double[length];
        usual = new RobustScale(0.5 / (MEMORY * length));
    }

    @Override
    public double oddity(long epochSecond, double value) {
        int oldest = (int) (count % window.length);
        sum += value - window[oldest];
        window[oldest] = value;
        count++;
        if (oldest == window.length - 1) {
            sum = exactSum();
        }
        if (count < window.length) {
            return 0;
        }
        double mean = sum / window.length;
        level = mean;
        usualLevel = count == window.length ? mean : slow;
        unit = usual.value();
        if (count == window.length) {
            slow = mean;
            return 0;
        }
        double distance = Math.abs(mean - slow);
        double oddity = Detector.inUnitsOf(usual.value(), distance);
        usual.learn(distance);
        slow += Math.max(1.0 / (count - window.length + 1), 1 / (MEMORY * window.length)) * (mean - slow);
        return oddity;
    }

    /** The mean of the last values; 0 until there are enough. */
    double level() {
        return level;
    }

    /** The level it was judged by. */
    double usualLevel() {
        return usualLevel;
    }

    /** How far the one usually is from the other. */
    double unit() {
        return unit;
    }

    /** Once a window, so that roundings do not add up for ever. */
    private double exactSum() {
        double total = 0;
        for (double value : window) {
            total += value;
        }
        return total;
    }

    @Override
    public void exchange(Memory memory) {
        memory.keep(window);
        count = memory.keep(count);
        sum = memory.keep(sum);
        slow = memory.keep(slow);
        level = memory.keep(level);
        usualLevel = memory.keep(usualLevel);
        unit = memory.keep(unit);
        usual.exchange(memory);
    }
}
