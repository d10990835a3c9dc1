package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a SKU stands with the engine.
 *
 * @param estimate what is known of its demand, joined with what its category says
 * @param windowFrom since when the window runs that the next estimate comes from
 * @param exposed hours of that window so far in which the SKU could be bought
 * @param sold pieces in that window so far
 * @param available pieces; null where stock is not kept
 * @param proposedAt since when a proposal has had no answer
 */
public record SkuStanding(
        String sku,
        @Nullable String category,
        @Nullable PriceNow price,
        boolean pricedByEngine,
        @Nullable Guardrails guardrails,
        ShopFact.@Nullable Steered steered,
        @Nullable DemandEstimate estimate,
        @Nullable Instant windowFrom,
        double exposed,
        long sold,
        @Nullable Long available,
        @Nullable Instant proposedAt) {}
