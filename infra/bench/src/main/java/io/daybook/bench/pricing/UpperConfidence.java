package io.daybook.bench.pricing;

/**
 * A bandit with the prices as arms, each once at first: UCB1 or, tuned, UCB1-Tuned (Auer, Cesa-Bianchi, Fischer 2002,
 * sections 2 and 4). A reward is the objective as a share of the most that a visitor can bring; prices that would lose
 * money are left out, as the cost is known.
 */
final class UpperConfidence implements Seller {

    private static final double MOST_VARIANCE = 0.25;

    private final Market market;
    private final boolean tuned;
    private final int cheapest;
    private final double most;
    private final double[] rewards;
    private final double[] squares;
    private final int[] times;
    private int all;

    UpperConfidence(Market market, boolean tuned) {
        this.market = market;
        this.tuned = tuned;
        int first = 0;
        while (market.price(first) <= market.cost()) {
            first++;
        }
        cheapest = first;
        most = market.price(market.prices() - 1) - market.cost();
        rewards = new double[market.prices()];
        squares = new double[market.prices()];
        times = new int[market.prices()];
    }

    @Override
    public int ask(int arrival) {
        int best = cheapest;
        double bestBound = Double.NEGATIVE_INFINITY;
        double logarithm = Math.log(Math.max(1, all));
        for (int price = cheapest; price < times.length; price++) {
            if (times[price] == 0) {
                return price;
            }
            double mean = rewards[price] / times[price];
            double bound = mean + Math.sqrt(logarithm / times[price] * width(price, mean, logarithm));
            if (bound > bestBound) {
                best = price;
                bestBound = bound;
            }
        }
        return best;
    }

    private double width(int price, double mean, double logarithm) {
        if (!tuned) {
            return 2;
        }
        double variance = squares[price] / times[price] - mean * mean + Math.sqrt(2 * logarithm / times[price]);
        return Math.min(MOST_VARIANCE, variance);
    }

    @Override
    public void saw(int arrival, int price, boolean inStock, boolean bought) {
        if (!inStock) {
            return;
        }
        double reward = bought ? (market.price(price) - market.cost()) / most : 0;
        all++;
        times[price]++;
        rewards[price] += reward;
        squares[price] += reward * reward;
    }
}
