package io.daybook.bench.pricing;

/**
 * UCB1 (Auer, Cesa-Bianchi, Fischer 2002, section 2) with the prices as arms, each once at first. A reward is the objective as a share of
 * the most that a visitor can bring; prices that would lose money are left out, as the cost is known.
 */
final class UpperConfidence implements Seller {

    private final Market market;
    private final int cheapest;
    private final double most;
    private final double[] rewards;
    private final int[] times;
    private int all;

    UpperConfidence(Market market) {
        this.market = market;
        int first = 0;
        while (market.price(first) <= market.cost()) {
            first++;
        }
        cheapest = first;
        most = market.price(market.prices() - 1) - market.cost();
        rewards = new double[market.prices()];
        times = new int[market.prices()];
    }

    @Override
    public int ask(int arrival) {
        int best = cheapest;
        double bestBound = Double.NEGATIVE_INFINITY;
        double confidence = 2 * Math.log(Math.max(1, all));
        for (int price = cheapest; price < times.length; price++) {
            if (times[price] == 0) {
                return price;
            }
            double bound = rewards[price] / times[price] + Math.sqrt(confidence / times[price]);
            if (bound > bestBound) {
                best = price;
                bestBound = bound;
            }
        }
        return best;
    }

    @Override
    public void saw(int arrival, int price, boolean inStock, boolean bought) {
        if (!inStock) {
            return;
        }
        all++;
        times[price]++;
        rewards[price] += bought ? (market.price(price) - market.cost()) / most : 0;
    }
}
