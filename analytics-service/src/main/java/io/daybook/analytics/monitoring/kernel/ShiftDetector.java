package io.daybook.analytics.monitoring.kernel;

/**
 * Judges whether the level of a series has moved: the mean of its last 48 values against the level it had, and that
 * against the extremes of its own past, as {@link AnomalyDetector} does for all its detectors. Scores compare with
 * those.
 */
public final class ShiftDetector {

    private static final int LENGTH = 48;
    private static final int SETTLING = LENGTH + 20;
    private static final int WARM_UP = LENGTH + 60;
    private static final int REST = 150;
    private static final double OUTSIDE_BAND = 0.01;

    private final LevelShift shift = new LevelShift(LENGTH);
    private final Judge judge = new Judge(Reason.LEVEL_SHIFT, 1, shift);
    private final Onsets onsets = new Onsets(REST);
    private long count;

    /** The verdict on the level as of the next value: expected is the level it had. */
    public Verdict next(long epochSecond, double value) {
        if (Double.isFinite(value)) {
            count++;
            judge.judge(epochSecond, value, count > SETTLING, count > WARM_UP);
            double margin = judge.exceededBy(OUTSIDE_BAND) * shift.unit();
            double score = onsets.score(judge.surprise() == 0 ? Onsets.NEVER : judge.standing());
            return verdict(score, Math.pow(10, judge.surprise()), margin);
        }
        return verdict(0, 1, 0);
    }

    /** The mean of the last 48 values. */
    public double level() {
        return shift.level();
    }

    private Verdict verdict(double score, double rarity, double margin) {
        double expected = shift.usualLevel();
        return new Verdict(score, Reason.LEVEL_SHIFT, rarity, expected, expected - margin, expected + margin);
    }

    /** Keeps its state, or takes it from where it was kept. */
    public void exchange(Memory memory) {
        judge.exchange(memory);
        onsets.exchange(memory);
        count = memory.keep(count);
    }
}
