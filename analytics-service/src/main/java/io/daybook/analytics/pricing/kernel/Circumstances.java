package io.daybook.analytics.pricing.kernel;

import org.jspecify.annotations.Nullable;

/**
 * How things stand with a SKU when a decision about its price may be made.
 *
 * @param demand the model of its own demand, as {@link DemandKernel#bytes} has it
 * @param category what its category says about it
 * @param stock null where there will always be enough
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Circumstances(
        PriceNow price,
        byte[] demand,
        CategoryPrior category,
        @Nullable StockOutlook stock,
        SourceState source) {}
