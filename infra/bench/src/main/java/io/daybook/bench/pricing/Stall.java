package io.daybook.bench.pricing;

/** A seller in a market, and what the seller makes of it. */
final class Stall {

    private final Market market;
    private final Seller seller;
    private double realised;
    private double expected;
    private int price;
    private int moves;

    Stall(Market market, Seller seller) {
        this.market = market;
        this.seller = seller;
        this.price = market.start();
    }

    /** Serves the visitors of a block. */
    void serve(int block) {
        for (int arrival = block * Market.BLOCK; arrival < (block + 1) * Market.BLOCK; arrival++) {
            int asked = seller.ask(arrival);
            moves += asked == price ? 0 : 1;
            price = asked;
            boolean inStock = market.isInStock(arrival);
            boolean bought = inStock && market.buys(arrival, market.price(asked));
            realised += bought ? market.price(asked) - market.cost() : 0;
            expected += inStock ? market.expected(block, market.price(asked)) : 0;
            seller.saw(arrival, asked, inStock, bought);
        }
    }

    /** The objective, summed over the visitors who bought. */
    double realised() {
        return realised;
    }

    /**
     * The same as a mean over what visitors could have drawn; differences of it are pseudo-regret (Lai, Robbins 1985).
     */
    double expected() {
        return expected;
    }

    /** How often the price changed. */
    int moves() {
        return moves;
    }
}
