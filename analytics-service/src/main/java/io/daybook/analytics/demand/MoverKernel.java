package io.daybook.analytics.demand;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Finds what is wanted much more, or much less, than before. The score tells by how many standard deviations the count
 * of the window differs from what the reference lets expect, if counts were Poisson:
 *
 * <pre>
 *   x  the count in the window      r  the count in the reference      w  = length of the window / length of the reference
 *   score = 2 (√(x + 3/8) − √(r·w + 3/8)) / √(1 + w)
 * </pre>
 *
 * The square root with 3/8 makes the variance of a Poisson count 1 whatever its mean (F. J. Anscombe, The
 * transformation of Poisson, binomial and negative-binomial data, Biometrika 35, 1948, section 2), and w more is that
 * of the expectation, which is an estimate. So the 3/8 is the smoothing, too: one piece after none is no sensation. A
 * count below zero, where more came back, counts as none.
 */
final class MoverKernel {

    private static final double ANSCOMBE = 3.0 / 8;

    /** Which way things move. */
    enum Direction {
        UP,
        DOWN
    }

    /**
     * One product and the evidence for its place.
     *
     * @param now the count in the window
     * @param before the count in the reference
     * @param expected {@code before} for the length of the window
     */
    record Mover(String sku, long now, long before, double expected, double score) {}

    private MoverKernel() {}

    /**
     * Those that moved in a direction, the farthest first, equal ones in the order of SKU.
     *
     * @param ratio the window's length as a share of the reference's
     */
    static List<Mover> movers(
            Map<String, ByCurrency> now,
            Map<String, ByCurrency> before,
            double ratio,
            ToLongFunction<Demand> measure,
            Direction direction) {
        Set<String> skus = new HashSet<>(now.keySet());
        skus.addAll(before.keySet());
        Stream<Mover> movers =
                skus.stream().map(sku -> mover(sku, count(now, sku, measure), count(before, sku, measure), ratio));
        Comparator<Mover> byScore = Comparator.comparingDouble(Mover::score);
        return switch (direction) {
            case UP ->
                movers.filter(mover -> mover.score > 0)
                        .sorted(byScore.reversed().thenComparing(Mover::sku))
                        .toList();
            case DOWN ->
                movers.filter(mover -> mover.score < 0)
                        .sorted(byScore.thenComparing(Mover::sku))
                        .toList();
        };
    }

    static double score(long now, long before, double ratio) {
        double expected = Math.max(0, before) * ratio;
        return 2 * (Math.sqrt(Math.max(0, now) + ANSCOMBE) - Math.sqrt(expected + ANSCOMBE)) / Math.sqrt(1 + ratio);
    }

    private static Mover mover(String sku, long now, long before, double ratio) {
        return new Mover(sku, now, before, before * ratio, score(now, before, ratio));
    }

    private static long count(Map<String, ByCurrency> demand, String sku, ToLongFunction<Demand> measure) {
        return measure.applyAsLong(demand.getOrDefault(sku, ByCurrency.NONE).counts());
    }
}
