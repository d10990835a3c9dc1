package io.daybook.api.watch;

import java.util.EnumSet;
import java.util.Set;

/** What is measured each minute, and each hour. */
public enum Measure {
    /** Orders placed. */
    ORDERS(true, true),
    /** Worth of the orders confirmed, in one currency. */
    REVENUE(true, true),
    /** Orders placed for each hundred visits that looked at a product. */
    CONVERSION(false, false),
    /** Orders rejected, because some line could not be reserved. */
    REFUSALS(true, true),
    /** Orders that were called off because they were not paid in time. */
    PAYMENT_FAILURES(true, true),
    /** Reservations refused, because too few pieces were there. */
    STOCK_OUTS(true, true),
    /** List prices set, and changed by proposals. */
    PRICE_MOVES(true, false);

    private final boolean byCategory;
    private final boolean byCountry;

    Measure(boolean byCategory, boolean byCountry) {
        this.byCategory = byCategory;
        this.byCountry = byCountry;
    }

    /** By what its events can be told apart. */
    public Set<Grouping> groupings() {
        Set<Grouping> groupings = EnumSet.of(Grouping.NONE);
        if (byCategory) {
            groupings.add(Grouping.CATEGORY);
        }
        if (byCountry) {
            groupings.add(Grouping.COUNTRY);
        }
        return groupings;
    }
}
