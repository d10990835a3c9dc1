package io.daybook.analytics.monitoring.kernel;

/**
 * How far a surprise stands out from the largest ones of stretches of a hundred values: in standard deviations of those
 * maxima. Extremes come in clusters, and a stretch counts once however many there are in it (block maxima, Gumbel
 * 1958). A series whose every stretch has its spike is not alarming for having another. The expectation for values
 * without any habit, with the weight of six stretches, stands at the start.
 */
final class BlockMaxima {

    private static final int BLOCK = 100;
    private static final double PRIOR_WEIGHT = 6;
    private static final double PRIOR_MEAN = 0.8 * Math.log10(BLOCK);
    private static final double PRIOR_DEVIATION = 0.5;
    private static final double LEAST_DEVIATION = 0.15;
    /** What stands out by more than this teaches no more than this. */
    private static final double BOUND = 2;

    private double weight = PRIOR_WEIGHT;
    private double sum = PRIOR_WEIGHT * PRIOR_MEAN;
    private double squares = PRIOR_WEIGHT * (PRIOR_MEAN * PRIOR_MEAN + PRIOR_DEVIATION * PRIOR_DEVIATION);
    private double largest;
    private long inBlock;

    /** Negative for most values, about 0 for the usual maximum of a stretch. */
    double standing(double surprise) {
        double standing = (surprise - mean()) / Math.max(deviation(), LEAST_DEVIATION);
        learn(surprise);
        return standing;
    }

    private void learn(double surprise) {
        largest = Math.max(largest, surprise);
        if (++inBlock < BLOCK) {
            return;
        }
        double bounded = Math.min(largest, mean() + BOUND * deviation());
        weight++;
        sum += bounded;
        squares += bounded * bounded;
        largest = 0;
        inBlock = 0;
    }

    private double mean() {
        return sum / weight;
    }

    private double deviation() {
        return Math.sqrt(Math.max(squares / weight - mean() * mean(), 0));
    }

    void exchange(Memory memory) {
        weight = memory.keep(weight);
        sum = memory.keep(sum);
        squares = memory.keep(squares);
        largest = memory.keep(largest);
        inBlock = memory.keep(inBlock);
    }
}
