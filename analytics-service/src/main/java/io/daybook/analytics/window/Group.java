package io.daybook.analytics.window;

import org.jspecify.annotations.Nullable;

/**
 * What a window is kept by.
 *
 * @param currency of money, which is added up for each currency apart; null for anything else
 */
record Group(String key, @Nullable String currency) {

    /** The key of a window that has everything in it. */
    static final String ALL = "all";

    private static final char BEFORE_CURRENCY = '\n';

    /** As a kernel knows it; no key has a line break. */
    String text() {
        return currency == null ? key : key + BEFORE_CURRENCY + currency;
    }

    static Group of(String text) {
        int end = text.lastIndexOf(BEFORE_CURRENCY);
        return end < 0 ? new Group(text, null) : new Group(text.substring(0, end), text.substring(end + 1));
    }
}
