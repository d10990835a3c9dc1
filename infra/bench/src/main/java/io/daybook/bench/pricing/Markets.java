package io.daybook.bench.pricing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Markets by the thousand from a seed. What is assumed:
 *
 * <ul>
 *   <li>categories of 20 SKUs; a category has a mean elasticity of 1.4 to 3.6 and a daily season of up to ±40 %; its
 *       SKUs' elasticities scatter by 0.4;
 *   <li>2 to 25 of a hundred visitors buy at the reference price; demand has one of three forms ({@link DemandCurve}),
 *     by turns;
 *   <li>16 prices, from half to twice the reference price; in three of five markets a piece costs 30 to 75 % of the
 *       reference price and the objective is margin, in the others it is revenue;
 *   <li>drift: the level wanders by 1 % a block and has shocks of 11 % that last some ten blocks, the elasticity
 *       wanders by 0.8 % a block; in one of five markets both jump by 30 % at some time, as when a competitor opens;
 *   <li>stock-outs: three of ten markets have one to three, of 100 to 600 arrivals each;
 *   <li>a history of two days before the first arrival. In every other market it is confounded: the merchant raised the
 *       price when demand was high, by half of it, so that least squares would find demand far less elastic than it is.
 *       Who looks at the history cannot tell which kind it is.
 * </ul>
 */
final class Markets {

    static final int OF_CATEGORY = 20;
    private static final List<DemandCurve> CURVES = List.of(DemandCurve.values());
    private static final int PRICES = 16;
    private static final int HISTORY = 2 * Market.DAY;
    private static final double ELASTICITY_SCATTER = 0.4;
    private static final double LEAST_ELASTICITY = 0.5;
    private static final double SHOCK_LASTS = 0.9;
    private static final double SHOCK = 0.05;
    private static final double LEVEL_WANDERS = 0.01;
    private static final double ELASTICITY_WANDERS = 0.008;
    private static final double JUMP = 0.3;
    private static final double HISTORIC_SHOCK = 0.2;
    private static final double CONFOUNDING = 0.5;

    private Markets() {}

    /** The markets of a category. */
    static List<Market> ofCategory(long seed, int category, int blocks) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + category);
        double elasticity = between(random, 1.4, 3.6);
        double season = between(random, 0, 0.4);
        double peak = between(random, 0, 2 * Math.PI);
        List<Market> markets = new ArrayList<>(OF_CATEGORY);
        for (int number = 0; number < OF_CATEGORY; number++) {
            double own = Math.max(LEAST_ELASTICITY, elasticity + ELASTICITY_SCATTER * random.nextGaussian());
            DemandCurve curve = CURVES.get(number % CURVES.size());
            markets.add(market(random.split(), number, curve, own, season, peak, blocks));
        }
        return markets;
    }

    private static Market market(
            SplittableRandom random,
            int number,
            DemandCurve curve,
            double elasticity,
            double season,
            double peak,
            int blocks) {
        double reference = Math.round(100 * Math.exp(between(random, Math.log(2), Math.log(80)))) / 100.0;
        double level = Math.exp(between(random, Math.log(0.02), Math.log(0.25)));
        double cost = number % 5 < 3 ? reference * between(random, 0.3, 0.75) : 0;
        double[] levels = new double[blocks];
        double[] elasticities = new double[blocks];
        boolean jumps = random.nextInt(5) == 0;
        int jumpAt = random.nextInt(blocks);
        double trend = 0;
        double shock = 0;
        double change = 0;
        for (int block = 0; block < blocks; block++) {
            trend += LEVEL_WANDERS * random.nextGaussian();
            shock = SHOCK_LASTS * shock + SHOCK * random.nextGaussian();
            change += ELASTICITY_WANDERS * random.nextGaussian();
            if (jumps && block == jumpAt) {
                trend += random.nextBoolean() ? JUMP : -JUMP;
                change += random.nextBoolean() ? JUMP : -JUMP;
            }
            levels[block] = level * Math.exp(trend + shock + seasonal(season, peak, block));
            elasticities[block] = elasticity * Math.exp(change);
        }
        return new Market(
                random.nextLong(),
                curve,
                reference,
                cost,
                prices(reference),
                levels,
                elasticities,
                stockOuts(random, blocks * Market.BLOCK),
                history(random, curve, reference, level, elasticity, number % 2 == 0, season, peak));
    }

    private static double[] prices(double reference) {
        double[] prices = new double[PRICES];
        for (int price = 0; price < PRICES; price++) {
            prices[price] = Math.round(100 * reference * (0.5 + 1.5 * price / (PRICES - 1))) / 100.0;
        }
        return prices;
    }

    private static BitSet stockOuts(SplittableRandom random, int arrivals) {
        BitSet soldOut = new BitSet(arrivals);
        int times = random.nextInt(10) < 3 ? 1 + random.nextInt(3) : 0;
        for (int time = 0; time < times; time++) {
            int from = random.nextInt(arrivals);
            soldOut.set(from, Math.min(arrivals, from + 100 + random.nextInt(500)));
        }
        return soldOut;
    }

    private static List<Market.Seen> history(
            SplittableRandom random,
            DemandCurve curve,
            double reference,
            double level,
            double elasticity,
            boolean confounded,
            double season,
            double peak) {
        List<Market.Seen> history = new ArrayList<>(HISTORY);
        for (int block = -HISTORY; block < 0; block++) {
            double shock = HISTORIC_SHOCK * random.nextGaussian();
            double move =
                    confounded ? CONFOUNDING * shock + 0.02 * random.nextGaussian() : 0.08 * random.nextGaussian();
            double price = Math.round(100 * reference * Math.exp(move)) / 100.0;
            double shocked = level * Math.exp(shock + seasonal(season, peak, block));
            double probability = Market.probability(curve, shocked, elasticity, price / reference);
            int bought = 0;
            for (int visitor = 0; visitor < Market.BLOCK; visitor++) {
                bought += random.nextDouble() < probability ? 1 : 0;
            }
            history.add(new Market.Seen(block, price, Market.BLOCK, bought));
        }
        return history;
    }

    private static double seasonal(double season, double peak, int block) {
        return season * Math.sin(2 * Math.PI * block / Market.DAY + peak);
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
