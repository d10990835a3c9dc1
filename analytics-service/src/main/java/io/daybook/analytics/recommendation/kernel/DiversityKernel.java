package io.daybook.analytics.recommendation.kernel;

import java.util.Arrays;

/**
 * Puts ranked items into an order that is varied: maximal marginal relevance (Carbonell and Goldstein, <i>The Use of
 * MMR</i>, SIGIR 1998, section 2), which picks one after the other the item of the greatest
 * {@code (1 - d) * relevance - d * likeness}. The relevance of the item at place r of n is {@code 1 - r / n}, as the
 * scores of several sources are of several kinds. The likeness is the greatest to any item picked before: the cosine of
 * the trails that both are in, of the latest {@value #LATEST} of each.
 */
public final class DiversityKernel {

    private static final int LATEST = 256;

    private final TrailIndex index;

    /** Over the trails that say what items are alike. */
    public DiversityKernel(TrailIndex index) {
        this.index = index;
    }

    /**
     * The places of the items in their new order.
     *
     * @param ranked the items, best first
     * @param most how many are wanted
     * @param diversity 0 leaves them as they are, 1 asks for nothing but difference
     */
    public int[] arrange(int[] ranked, int most, double diversity) {
        int[][] trails = new int[ranked.length][];
        for (int place = 0; place < ranked.length; place++) {
            trails[place] = trails(ranked[place]);
        }
        double[] likeness = new double[ranked.length];
        boolean[] picked = new boolean[ranked.length];
        int[] order = new int[Math.min(most, ranked.length)];
        for (int next = 0; next < order.length; next++) {
            int best = best(likeness, picked, diversity);
            order[next] = best;
            picked[best] = true;
            for (int place = 0; place < ranked.length; place++) {
                if (!picked[place]) {
                    likeness[place] = Math.max(likeness[place], cosine(trails[place], trails[best]));
                }
            }
        }
        return order;
    }

    private static int best(double[] likeness, boolean[] picked, double diversity) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < likeness.length; place++) {
            double relevance = 1 - (double) place / likeness.length;
            double value = (1 - diversity) * relevance - diversity * likeness[place];
            if (!picked[place] && value > most) {
                most = value;
                best = place;
            }
        }
        return best;
    }

    /** The numbers of an item's latest trails, sorted. */
    private int[] trails(int item) {
        Posting.View posting = index.posting(item);
        int[] numbers = new int[Math.min(LATEST, posting.size())];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = posting.newest(place).number();
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static double cosine(int[] some, int[] others) {
        int common = 0;
        int other = 0;
        for (int number : some) {
            while (other < others.length && others[other] < number) {
                other++;
            }
            common += other < others.length && others[other] == number ? 1 : 0;
        }
        return common == 0 ? 0 : common / Math.sqrt((double) some.length * others.length);
    }
}
