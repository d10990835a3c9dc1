package io.daybook.analytics.demand;

import org.jspecify.annotations.Nullable;

/**
 * What a figure is kept for: a subject in one currency. Currencies are never added up.
 *
 * @param currency empty for what has no price: views and carts
 */
record Account(Subject subject, String currency) {

    static final String NO_CURRENCY = "";

    /** As a record has it, in less time: accounts are looked up all the time. */
    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + currency.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account(Subject otherSubject, String otherCurrency)
                && subject.equals(otherSubject)
                && currency.equals(otherCurrency);
    }
}
