package io.daybook.bench.pricing;

/** One who asks a price of each visitor, and sees what becomes of it. */
interface Seller {

    /** The price for this visitor, as an index of the market's prices. */
    int ask(int arrival);

    /** What became of it; a visitor who found no stock tells nothing of demand. */
    void saw(int arrival, int price, boolean inStock, boolean bought);
}
