package io.daybook.api.pricing.command;

import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets the list price from a future time on: it starts by itself, whatever happens to the price before. A human's
 * decision, held to floor and ceiling as {@link SetListPrice} is. The same again changes nothing, and does not bring
 * back what was cancelled: that takes another id.
 *
 * @param scheduleId unique among the scheduled prices of this SKU
 * @param scheduledAt when it is decided, by the clock of the service
 * @param overrideReason why the price may be outside of floor and ceiling; null where it may not
 */
public record SchedulePrice(
        String sku,
        String scheduleId,
        Money price,
        Instant startsAt,
        Instant scheduledAt,
        @Nullable String overrideReason)
        implements PricingCommand {
    public SchedulePrice {
        sku = Require.identifier(sku, "sku");
        scheduleId = Require.identifier(scheduleId, "scheduleId");
        price = Require.notNegative(price, "price");
        Require.time(startsAt, "startsAt");
        Require.time(scheduledAt, "scheduledAt");
        overrideReason = overrideReason == null ? null : Require.text(overrideReason, "overrideReason");
    }
}
