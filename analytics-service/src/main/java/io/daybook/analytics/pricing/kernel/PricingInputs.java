package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about a SKU's price is made from.
 *
 * @param position of the last event that the engine had seen
 * @param at when it decides, in business time
 * @param cost what a piece costs, in ten-thousandths; of no account where the objective is revenue
 * @param estimate of the SKU's demand, from its own observations
 * @param category what the category says about it
 * @param stock null where there will always be enough
 */
public record PricingInputs(
        String sku,
        long position,
        Instant at,
        PriceNow price,
        Guardrails guardrails,
        Strategy strategy,
        long cost,
        DemandEstimate estimate,
        CategoryPrior category,
        @Nullable StockOutlook stock,
        SourceState source,
        Evidence evidence) {}
