package io.daybook.analytics.monitoring.kernel;

/** A detector with what makes its oddities comparable to those of others. */
final class Judge {

    private final Reason reason;
    private final double weight;
    private final Detector detector;
    private final SurpriseTail tail = new SurpriseTail();
    private final BlockMaxima maxima = new BlockMaxima();
    private double surprise;
    private double standing;

    /** @param weight how much it has to say, against 1 */
    Judge(Reason reason, double weight, Detector detector) {
        this.reason = reason;
        this.weight = weight;
        this.detector = detector;
    }

    /**
     * Judges a value by those before it, and learns it.
     *
     * @param warm whether enough was learned to be surprised
     * @param settled whether the detector itself has seen enough for its oddities to be learned
     */
    void judge(long epochSecond, double value, boolean settled, boolean warm) {
        double oddity = detector.oddity(epochSecond, value);
        surprise = warm ? tail.surprise(oddity) : 0;
        standing = maxima.standing(surprise);
        if (settled) {
            tail.learn(oddity);
        }
    }

    Reason reason() {
        return reason;
    }

    double weight() {
        return weight;
    }

    double surprise() {
        return surprise;
    }

    double standing() {
        return standing;
    }

    /** The oddity that this share of the past exceeded. */
    double exceededBy(double share) {
        return tail.exceededBy(share);
    }

    void exchange(Memory memory) {
        detector.exchange(memory);
        tail.exchange(memory);
        maxima.exchange(memory);
        surprise = memory.keep(surprise);
        standing = memory.keep(standing);
    }
}
