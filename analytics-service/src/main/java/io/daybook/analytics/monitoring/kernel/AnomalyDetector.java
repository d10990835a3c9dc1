package io.daybook.analytics.monitoring.kernel;

import java.util.List;

/**
 * Judges a series one value at a time, by that value and those before it. Five detectors say how odd it is; each is
 * turned into a surprise by its own past ({@link SurpriseTail}), and that into how far it stands out from the extremes
 * of this series ({@link BlockMaxima}), which makes them comparable with each other and between series of any unit. The
 * soft maximum of those is the standing of the value. It is lowered by the logarithm of the time watched, for rare
 * values turn up if one watches long enough, and becomes a score ({@link Onsets}). Memory and time per value are
 * constant.
 *
 * <p>The first sixty values are learned and score 0, and so does a missing one (NaN or infinite), which teaches
 * nothing.
 */
public final class AnomalyDetector {

    private static final int SETTLING = 20;
    private static final int WARM_UP = 60;
    private static final int SHIFT = 48;
    private static final int REST = 150;
    private static final double PATIENCE = 0.8;
    private static final double PATIENCE_SCALE = 1000;
    private static final double OUTSIDE_BAND = 0.01;

    private final SeasonalBand band = new SeasonalBand();
    private final Judge bandJudge = new Judge(Reason.SEASONAL_BAND, 1, band);
    private final List<Judge> judges = List.of(
            bandJudge,
            new Judge(Reason.LEVEL_SHIFT, 1, new LevelShift(SHIFT)),
            new Judge(Reason.UNUSUAL_RANGE, 1, new UsualRange()),
            new Judge(Reason.NOVEL_VALUE, 0.5, new Novelty()),
            new Judge(Reason.NOVEL_SHAPE, 0.3, new Shape(band)));
    private final Onsets onsets = new Onsets(REST);
    private long count;

    /**
     * The verdict on the next value.
     *
     * @param epochSecond when; later than that of the value before, any distance apart
     * @param value any number, or NaN where it is missing
     */
    public Verdict next(long epochSecond, double value) {
        if (!Double.isFinite(value)) {
            return new Verdict(0, Reason.SEASONAL_BAND, 1, band.expected(), band.expected(), band.expected());
        }
        count++;
        for (Judge judge : judges) {
            judge.judge(epochSecond, value, count > SETTLING, count > WARM_UP);
        }
        double score = onsets.score(standing());
        Judge oddest = oddest();
        double margin = bandJudge.exceededBy(OUTSIDE_BAND) * band.unit();
        return new Verdict(
                score,
                oddest.reason(),
                Math.pow(10, oddest.surprise()),
                band.expected(),
                band.expected() - margin,
                band.expected() + margin);
    }

    private double standing() {
        double sum = 0;
        double weights = 0;
        double surprise = 0;
        for (Judge judge : judges) {
            sum += judge.weight() * Math.exp(judge.standing());
            weights += judge.weight();
            surprise += judge.surprise();
        }
        return surprise == 0 ? Onsets.NEVER : Math.log(sum / weights) - PATIENCE * Math.log1p(count / PATIENCE_SCALE);
    }

    private Judge oddest() {
        Judge oddest = bandJudge;
        for (Judge judge : judges) {
            if (judge.standing() > oddest.standing()) {
                oddest = judge;
            }
        }
        return oddest;
    }

    /** The state as bytes: equal bytes, equal verdicts from here on. */
    public byte[] state() {
        return Memory.write(this::exchange);
    }

    /** A detector that goes on where another left off. */
    public static AnomalyDetector from(byte[] state) {
        AnomalyDetector detector = new AnomalyDetector();
        Memory.read(state, detector::exchange);
        return detector;
    }

    /** Keeps its state, or takes it from where it was kept. */
    public void exchange(Memory memory) {
        judges.forEach(judge -> judge.exchange(memory));
        onsets.exchange(memory);
        count = memory.keep(count);
    }
}
