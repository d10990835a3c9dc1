package io.daybook.api.pricing.query;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the lowest price of a SKU in the days before a time.
 *
 * @param days the length of the period, 1 to 365 days of 24 hours
 * @param before its end, which is not in it; null for now
 */
public record FindLowestPrice(
        String sku, int days, @Nullable Instant before) {

    /** The longest period. */
    public static final int MAX_DAYS = 365;

    public FindLowestPrice {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidValue("days", "must be 1 to " + MAX_DAYS);
        }
        before = before == null ? null : Require.time(before, "before");
    }
}
