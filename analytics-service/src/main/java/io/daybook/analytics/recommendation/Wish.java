package io.daybook.analytics.recommendation;

import io.daybook.api.InvalidValue;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request may say about what is shown.
 *
 * @param category null for any
 * @param minPrice the least list price in {@code currency}, null for any
 * @param exclude SKUs that are not wanted
 * @param maxPerCategory how many items of one category may be among them, for variety
 * @param diversity how much the items should differ from one another, 0 to 1
 */
record Wish(
        int limit,
        @Nullable String category,
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        String currency,
        Set<String> exclude,
        int maxPerCategory,
        double diversity) {

    static final int MOST = 100;

    Wish {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("limit", "must be 1 to " + MOST);
        }
        if (maxPerCategory < 1) {
            throw new InvalidValue("maxPerCategory", "must be at least 1");
        }
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw new InvalidValue("maxPrice", "must not be less than minPrice");
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new InvalidValue("diversity", "must be 0 to 1");
        }
        exclude = Set.copyOf(exclude);
    }
}
