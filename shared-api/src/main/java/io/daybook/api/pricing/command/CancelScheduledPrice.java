package io.daybook.api.pricing.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Calls a scheduled price off before it starts; once cancelled, again changes nothing. */
public record CancelScheduledPrice(String sku, String scheduleId, String reason, Instant cancelledAt)
        implements PricingCommand {
    public CancelScheduledPrice {
        sku = Require.identifier(sku, "sku");
        scheduleId = Require.identifier(scheduleId, "scheduleId");
        reason = Require.text(reason, "reason");
        Require.time(cancelledAt, "cancelledAt");
    }
}
