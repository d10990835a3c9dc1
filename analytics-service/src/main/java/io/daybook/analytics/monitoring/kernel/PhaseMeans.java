package io.daybook.analytics.monitoring.kernel;

/**
 * What is usual at each phase of a season: one mean a phase, which an outlier moves by six usual deviations at most. A
 * phase is known once it has been gone through three times; one week, however many values it had, says nothing of the
 * next.
 */
final class PhaseMeans {

    private static final double RATE = 0.04;
    private static final double BOUND = 6;
    private static final int TRUSTED_AFTER = 3;
    private static final long NO_PHASE = -1;

    private final double[] means;
    private final double[] counts;
    private final double[] passages;
    private long current = NO_PHASE;

    PhaseMeans(int phases) {
        means = new double[phases];
        counts = new double[phases];
        passages = new double[phases];
    }

    boolean knows(int phase) {
        return passages[phase] - (phase == current ? 1 : 0) >= TRUSTED_AFTER;
    }

    double at(int phase) {
        return means[phase];
    }

    void learn(int phase, double value, double usualDeviation) {
        if (phase != current) {
            passages[phase]++;
            current = phase;
        }
        counts[phase]++;
        double step = value - means[phase];
        if (counts[phase] > TRUSTED_AFTER && usualDeviation > 0) {
            step = Math.clamp(step, -BOUND * usualDeviation, BOUND * usualDeviation);
        }
        means[phase] += step * Math.max(1 / counts[phase], RATE);
    }

    void forget() {
        java.util.Arrays.fill(means, 0);
        java.util.Arrays.fill(counts, 0);
        java.util.Arrays.fill(passages, 0);
        current = NO_PHASE;
    }

    void exchange(Memory memory) {
        memory.keep(means);
        memory.keep(counts);
        memory.keep(passages);
        current = memory.keep(current);
    }
}
