package io.daybook.api.pricing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lowest price that was in force at any time of a period.
 *
 * @param from the start of the period
 * @param before its end, which is not in it
 * @param daysKnown how many whole days of the period had a price: fewer than asked for where the SKU got its first one
 *     in it
 * @param inForce when that price was in force, also beyond the period; the last time, where it was several times
 * @param source what made the price, as in {@link PriceStartView}
 * @param id of the schedule or the proposal; null where it was set at once
 * @param position of the event that made it
 */
public record LowestPriceView(
        String sku,
        String currency,
        Instant from,
        Instant before,
        long daysKnown,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        PricePeriodView inForce,
        String source,
        @Nullable String id,
        long position) {}
