package io.daybook.analytics.demand;

/**
 * What was wanted of something, added up: how often it was looked at, put into carts and taken out of them, how many
 * orders have it, and what it sold. Views and carts come from visitors' activities, the rest from events; a figure of
 * one of the two has zeros for the other.
 *
 * @param views how often it was looked at
 * @param cartAdditions how often it was put into a cart, whatever the number of pieces
 * @param cartRemovals how often it was taken out of one
 * @param orders confirmed orders with it, each once however many lines it has; a later cancellation or return takes
 *     none away
 * @param sales pieces and revenue, less what came back
 */
record Demand(long views, long cartAdditions, long cartRemovals, long orders, Sales sales) {

    static final Demand NONE = new Demand(0, 0, 0, 0, Sales.NONE);
    static final Demand ONE_VIEW = new Demand(1, 0, 0, 0, Sales.NONE);
    static final Demand ONE_CART_ADDITION = new Demand(0, 1, 0, 0, Sales.NONE);
    static final Demand ONE_CART_REMOVAL = new Demand(0, 0, 1, 0, Sales.NONE);

    /** Pieces and revenue without an order of their own: what came back, or an adjustment. */
    static Demand of(Sales sales) {
        return new Demand(0, 0, 0, 0, sales);
    }

    static Demand ordered(Sales sales) {
        return new Demand(0, 0, 0, 1, sales);
    }

    Demand plus(Demand other) {
        if (equals(NONE)) {
            return other;
        }
        return new Demand(
                views + other.views,
                cartAdditions + other.cartAdditions,
                cartRemovals + other.cartRemovals,
                orders + other.orders,
                sales.plus(other.sales));
    }

    Demand minus(Demand other) {
        return new Demand(
                views - other.views,
                cartAdditions - other.cartAdditions,
                cartRemovals - other.cartRemovals,
                orders - other.orders,
                sales.minus(other.sales));
    }
}
