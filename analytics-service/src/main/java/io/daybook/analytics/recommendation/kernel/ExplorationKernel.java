package io.daybook.analytics.recommendation.kernel;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A stochastic order of a ranking whose probabilities are known exactly. The places of the head keep their items. With
 * probability ε the tail's candidates, of which there may be more than places, are put in an order drawn uniformly,
 * else they stay as ranked. So an item of rank r is in place j of the tail with probability (1 − ε) [r = j] + ε / R for
 * R candidates.
 */
public final class ExplorationKernel {

    private ExplorationKernel() {}

    /**
     * An item by its rank, from 0.
     *
     * @param propensity the probability with which it is in this place
     */
    public record Placed(int rank, double propensity) {}

    /**
     * What is in each place.
     *
     * @param ranked how many candidates there are
     * @param places how many are shown
     * @param tail how many of the last places are open to others; as many candidates beyond the places vie for them
     * @param seed decides what is drawn
     */
    public static Placed[] arrange(int ranked, int places, int tail, double epsilon, long seed) {
        int shown = Math.min(ranked, places);
        int head = Math.max(0, shown - tail);
        int candidates = Math.min(ranked - head, 2 * tail);
        int[] order = IntStream.range(0, candidates).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        if (random.nextDouble() < epsilon) {
            for (int last = candidates - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = order[last];
                order[last] = order[other];
                order[other] = kept;
            }
        }
        Placed[] placed = new Placed[shown];
        for (int place = 0; place < shown; place++) {
            int rank = place < head ? place : head + order[place - head];
            placed[place] = new Placed(rank, place < head ? 1 : propensity(rank, place, candidates, epsilon));
        }
        return placed;
    }

    private static double propensity(int rank, int place, int candidates, double epsilon) {
        return (rank == place ? 1 - epsilon : 0) + epsilon / candidates;
    }
}
