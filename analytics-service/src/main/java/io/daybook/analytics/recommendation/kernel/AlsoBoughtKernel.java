package io.daybook.analytics.recommendation.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What is bought together with an item more than chance would have it, by the log-likelihood ratio of the baskets with
 * both, one and none of two items: −2 log λ = 2 Σ k ln(k·N / (row·column)) over the four cells (Dunning: <i>Accurate
 * Methods for the Statistics of Surprise and Coincidence</i>, Computational Linguistics 19, 1993, section 5). Other
 * than lift it does not favour rare pairs, which are met by accident. Pairs that are met less than chance would have it
 * are left out.
 */
public final class AlsoBoughtKernel {

    private final TrailIndex baskets;

    public AlsoBoughtKernel(TrailIndex baskets) {
        this.baskets = baskets;
    }

    /**
     * An item that is bought together with another.
     *
     * @param together the baskets with both
     * @param with the baskets with the other
     * @param count the baskets with this item
     * @param all all baskets
     * @param ratio the log-likelihood ratio, greater than 0; above 10.83 chance makes it once in a thousand
     */
    public record Pair(int item, int together, int with, int count, int all, double ratio) {

        /** The share of all baskets that have both. */
        public double support() {
            return (double) together / all;
        }

        /** The share of the baskets with the other that have this one, too. */
        public double confidence() {
            return (double) together / with;
        }

        /** How many times more often they are met together than chance would have it. */
        public double lift() {
            return confidence() * all / count;
        }
    }

    /** The pairs of an item, the greatest ratio first, of equal ones in the order of SKUs. */
    public List<Pair> pairs(int item, IntPredicate allowed, int limit) {
        Posting.View posting = baskets.posting(item);
        Tally together = new Tally();
        for (int place = 0; place < posting.size(); place++) {
            Steps steps = posting.newest(place).steps();
            for (int step = 0; step < steps.size(); step++) {
                int at = together.place(steps.item(step));
                together.put(at, together.sum(at) + 1);
            }
        }
        int all = baskets.trails();
        List<Pair> pairs = new ArrayList<>();
        for (int place = 0; place < together.size(); place++) {
            int other = together.key(place);
            if (other != item && allowed.test(other)) {
                pair(other, (int) together.sum(place), posting.size(), all, pairs);
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::ratio)
                .reversed()
                .thenComparing(pair -> baskets.items().sku(pair.item())));
        return pairs.size() <= limit ? pairs : new ArrayList<>(pairs.subList(0, limit));
    }

    private void pair(int other, int together, int with, int all, List<Pair> pairs) {
        int count = baskets.count(other);
        if (count >= together && (double) together * all > (double) with * count) {
            pairs.add(new Pair(other, together, with, count, all, logLikelihoodRatio(together, with, count, all)));
        }
    }

    static double logLikelihoodRatio(long together, long with, long count, long all) {
        double sum = term(together, with, count, all)
                + term(with - together, with, all - count, all)
                + term(count - together, all - with, count, all)
                + term(all - with - count + together, all - with, all - count, all);
        return Math.max(0, 2 * sum);
    }

    private static double term(long cell, long row, long column, long all) {
        return cell <= 0 ? 0 : cell * Math.log((double) cell * all / ((double) row * column));
    }
}
