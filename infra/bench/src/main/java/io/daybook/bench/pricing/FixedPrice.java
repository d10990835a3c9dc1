package io.daybook.bench.pricing;

/** Asks what was asked before, always. */
record FixedPrice(int price) implements Seller {

    @Override
    public int ask(int arrival) {
        return price;
    }

    @Override
    public void saw(int arrival, int asked, boolean inStock, boolean bought) {
        // whatever happens
    }
}
