package io.daybook.bench.pricing;

import java.util.BitSet;
import java.util.List;

/**
 * The demand for one SKU over time, known exactly. Time is counted in arrivals of visitors, in blocks of {@link #BLOCK}
 * within which demand stands still.
 */
final class Market {

    /** How many visitors make a block, which is an hour of this world. */
    static final int BLOCK = 50;

    /** How many blocks make a day, after which the season repeats. */
    static final int DAY = 24;

    private static final double MOST = 0.95;

    private final long seed;
    private final DemandCurve curve;
    private final double reference;
    private final double cost;
    private final double[] prices;
    private final double[] levels;
    private final double[] elasticities;
    private final BitSet soldOut;
    private final List<Seen> history;

    /** A block of the past, as the merchant's books have it. */
    record Seen(long block, double price, int visitors, int bought) {}

    /**
     * A market.
     *
     * @param seed of the visitors' draws
     * @param curve the form of demand
     * @param reference the price that the merchant asked before
     * @param cost what a piece costs; 0 where the objective is revenue
     * @param prices those that may be asked, ascending
     * @param levels of each block: the share of visitors who buy at the reference price
     * @param elasticities of each block, at the reference price
     * @param soldOut the arrivals that find no stock
     * @param history what was seen before the first arrival
     */
    Market(
            long seed,
            DemandCurve curve,
            double reference,
            double cost,
            double[] prices,
            double[] levels,
            double[] elasticities,
            BitSet soldOut,
            List<Seen> history) {
        this.seed = seed;
        this.curve = curve;
        this.reference = reference;
        this.cost = cost;
        this.prices = prices;
        this.levels = levels;
        this.elasticities = elasticities;
        this.soldOut = soldOut;
        this.history = history;
    }

    double reference() {
        return reference;
    }

    double cost() {
        return cost;
    }

    /** How many prices may be asked. */
    int prices() {
        return prices.length;
    }

    double price(int index) {
        return prices[index];
    }

    List<Seen> history() {
        return history;
    }

    int arrivals() {
        return levels.length * BLOCK;
    }

    /** How likely a visitor of the block is to buy at the price. */
    double probability(int block, double price) {
        return probability(curve, levels[block], elasticities[block], price / reference);
    }

    static double probability(DemandCurve curve, double level, double elasticity, double relativePrice) {
        return Math.min(MOST, level * curve.relative(relativePrice, elasticity));
    }

    /** What a visitor of the block brings on average at the price, where there is stock. */
    double expected(int block, double price) {
        return (price - cost) * probability(block, price);
    }

    boolean isInStock(int arrival) {
        return !soldOut.get(arrival);
    }

    /** Whether the visitor would buy at the price: each has one draw, whoever sells. */
    boolean buys(int arrival, double price) {
        return Draws.uniform(seed, arrival) < probability(arrival / BLOCK, price);
    }

    /** The best of the prices in the block, as an index. */
    int best(int block) {
        int best = 0;
        for (int candidate = 1; candidate < prices.length; candidate++) {
            if (expected(block, prices[candidate]) > expected(block, prices[best])) {
                best = candidate;
            }
        }
        return best;
    }

    /** The price nearest to the one asked before, as an index. */
    int start() {
        int nearest = 0;
        for (int candidate = 1; candidate < prices.length; candidate++) {
            if (Math.abs(prices[candidate] - reference) < Math.abs(prices[nearest] - reference)) {
                nearest = candidate;
            }
        }
        return nearest;
    }
}
