package io.daybook.bench.pricing;

/** A naive rule: one price up when a block sells a fifth more than usual, one down when it sells a fifth less. */
final class SurgeRule implements Seller {

    private static final double NOTABLE = 0.2;
    private static final double MEMORY = 0.9;

    private final Market market;
    private int price;
    private double usual;
    private int seen;
    private int bought;

    SurgeRule(Market market) {
        this.market = market;
        this.price = market.start();
        this.usual = market.history().stream()
                .mapToDouble(block -> (double) block.bought() / block.visitors())
                .average()
                .orElse(0);
    }

    @Override
    public int ask(int arrival) {
        if (arrival % Market.BLOCK == 0 && seen > 0) {
            double share = (double) bought / seen;
            int step = share > usual * (1 + NOTABLE) ? 1 : share < usual * (1 - NOTABLE) ? -1 : 0;
            price = Math.clamp(price + step, 0, market.prices() - 1);
            while (market.price(price) <= market.cost()) {
                price++;
            }
            usual = MEMORY * usual + (1 - MEMORY) * share;
            seen = 0;
            bought = 0;
        }
        return price;
    }

    @Override
    public void saw(int arrival, int asked, boolean inStock, boolean sold) {
        if (inStock) {
            seen++;
            bought += sold ? 1 : 0;
        }
    }
}
