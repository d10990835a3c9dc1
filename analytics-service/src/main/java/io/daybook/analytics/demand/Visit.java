package io.daybook.analytics.demand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What demand wants to know of an activity.
 *
 * @param sku null for {@link Kind#OTHER} alone
 */
record Visit(
        Kind kind,
        Instant at,
        @Nullable String activityId,
        @Nullable String country,
        @Nullable String sku) {

    /** What the visitor did. */
    enum Kind {
        VIEW,
        CART_ADDITION,
        CART_REMOVAL,
        OTHER
    }
}
