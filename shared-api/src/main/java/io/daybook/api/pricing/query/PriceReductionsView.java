package io.daybook.api.pricing.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the reductions of a price, and the price in force.
 *
 * @param referenceWindow how far back prior prices are looked for, as an ISO 8601 duration
 * @param current null where the first price is still to come
 * @param items the latest first, beginning with those to come; at least those of the last 310 days before the price was
 *     last set, scheduled or called off
 * @param next the cursor of the page after this one; null where this is the last
 */
public record PriceReductionsView(
        String sku,
        String currency,
        String referenceWindow,
        @Nullable CurrentReductionView current,
        List<PriceReductionView> items,
        @Nullable String next) {

    public PriceReductionsView {
        items = List.copyOf(items);
    }
}
