package io.daybook.analytics.demand;

/**
 * What a figure is kept for: a subject in one currency. Currencies are never added up.
 *
 * @param currency empty for what has no price: views and carts
 */
record Account(Subject subject, String currency) {

    static final String NO_CURRENCY = "";
}
