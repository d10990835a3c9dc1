package io.daybook.analytics.demand;

import org.jspecify.annotations.Nullable;

/** The name of what is asked about, under what it is. */
record Names(
        @Nullable String sku,
        @Nullable String category,
        @Nullable String country) {

    static Names product(String sku) {
        return new Names(sku, null, null);
    }

    static Names category(String category) {
        return new Names(null, category, null);
    }

    static Names country(String country) {
        return new Names(null, null, country);
    }
}
