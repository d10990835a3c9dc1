package io.daybook.analytics.monitoring.kernel;

/**
 * How rarely something so odd was seen: minus the decimal logarithm of the probability of an oddity as large, by the
 * oddities before it. Within what was seen the probability is a share; beyond the rarest fiftieth it is a Pareto tail
 * whose index is estimated from it (Hill 1975, extrapolated as by Weissman 1978; the idea of Siffer et al. 2017), drawn
 * towards a heavy one while there is little to go by. So a series of calm noise and one of wild spikes are judged each
 * by its own habits. The oddities are kept as counts in buckets an eighth of an octave wide.
 */
final class SurpriseTail {

    /** The largest surprise: one in a hundred million. */
    static final double CAP = 8;

    private static final int BUCKETS = 320;
    private static final int PER_OCTAVE = 8;
    private static final double TAIL = 0.02;
    private static final double PRIOR_INDEX = 2;
    private static final double PRIOR_WEIGHT = 30;

    private final double[] counts = new double[BUCKETS];
    private double total;
    private double threshold;
    private double beyondThreshold;
    private double index = PRIOR_INDEX;
    private long untilFit;

    /** From 0 (nothing odd at all) to {@link #CAP}. */
    double surprise(double oddity) {
        if (oddity <= 0 || total == 0) {
            return 0;
        }
        if (untilFit-- <= 0) {
            fit();
            untilFit = (long) (total / 20);
        }
        double probability = threshold > 0 && oddity >= threshold
                ? beyondThreshold * Math.pow(oddity / threshold, -index)
                : share(oddity);
        return Math.min(CAP, Math.max(0, -Math.log10(probability)));
    }

    void learn(double oddity) {
        counts[bucket(oddity)]++;
        total++;
    }

    /** The oddity that this share of the past exceeded; 0 if nothing was ever odd. */
    double exceededBy(double share) {
        double above = 0;
        for (int bucket = BUCKETS - 1; bucket > 0; bucket--) {
            above += counts[bucket];
            if (above > share * total) {
                return lowest(bucket + 1);
            }
        }
        return 0;
    }

    /** Counting the one that is judged as well: nothing is rarer than once in all there was. */
    private double share(double oddity) {
        int bucket = bucket(oddity);
        double above = 0;
        for (int higher = bucket + 1; higher < BUCKETS; higher++) {
            above += counts[higher];
        }
        double within = (oddity - lowest(bucket)) / (lowest(bucket + 1) - lowest(bucket));
        return (above + counts[bucket] * (1 - Math.min(1, Math.max(0, within))) + 1) / (total + 1);
    }

    private void fit() {
        double above = 0;
        double logarithms = 0;
        int bucket = BUCKETS;
        while (bucket > 1 && above < TAIL * total) {
            bucket--;
            above += counts[bucket];
        }
        for (int higher = bucket; higher < BUCKETS; higher++) {
            logarithms += counts[higher] * (higher - bucket + 0.5) / PER_OCTAVE * Math.log(2);
        }
        threshold = above < TAIL * total || bucket == BUCKETS ? 0 : lowest(bucket);
        beyondThreshold = above / (total + 1);
        index = (above + PRIOR_WEIGHT) / (logarithms + PRIOR_WEIGHT / PRIOR_INDEX);
    }

    private static int bucket(double oddity) {
        if (oddity <= 0) {
            return 0;
        }
        int octaves = (int) Math.floor(Math.log(oddity) / Math.log(2) * PER_OCTAVE);
        return Math.clamp(octaves + BUCKETS / 2, 1, BUCKETS - 1);
    }

    private static double lowest(int bucket) {
        return Math.pow(2, (double) (bucket - BUCKETS / 2) / PER_OCTAVE);
    }

    void exchange(Memory memory) {
        memory.keep(counts);
        total = memory.keep(total);
        threshold = memory.keep(threshold);
        beyondThreshold = memory.keep(beyondThreshold);
        index = memory.keep(index);
        untilFit = memory.keep(untilFit);
    }
}
