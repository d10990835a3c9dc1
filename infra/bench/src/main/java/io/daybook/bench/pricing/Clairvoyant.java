package io.daybook.bench.pricing;

/** Knows demand as it is now, and asks the best of the prices, at once and without limits. */
final class Clairvoyant implements Seller {

    private final Market market;
    private int price;

    Clairvoyant(Market market) {
        this.market = market;
    }

    @Override
    public int ask(int arrival) {
        if (arrival % Market.BLOCK == 0) {
            price = market.best(arrival / Market.BLOCK);
        }
        return price;
    }

    @Override
    public void saw(int arrival, int asked, boolean inStock, boolean bought) {
        // knows already
    }
}
