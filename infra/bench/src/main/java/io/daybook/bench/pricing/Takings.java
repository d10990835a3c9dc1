package io.daybook.bench.pricing;

/**
 * What a seller made of a market.
 *
 * @param realised the objective, summed over the visitors who bought
 * @param expected the same as the mean over what visitors could have drawn; differences of it are pseudo-regret (Lai, Robbins 1985)
 * @param moves how often the price changed
 */
record Takings(double realised, double expected, int moves) {

    /** Serves every visitor of the market. */
    static Takings of(Market market, Seller seller) {
        double realised = 0;
        double expected = 0;
        int moves = 0;
        int before = market.start();
        for (int arrival = 0; arrival < market.arrivals(); arrival++) {
            int asked = seller.ask(arrival);
            moves += asked == before ? 0 : 1;
            before = asked;
            double price = market.price(asked);
            boolean inStock = market.isInStock(arrival);
            boolean bought = inStock && market.buys(arrival, price);
            realised += bought ? price - market.cost() : 0;
            expected += inStock ? market.expected(arrival / Market.BLOCK, price) : 0;
            seller.saw(arrival, asked, inStock, bought);
        }
        return new Takings(realised, expected, moves);
    }
}
