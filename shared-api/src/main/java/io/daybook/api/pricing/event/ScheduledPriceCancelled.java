package io.daybook.api.pricing.event;

import java.time.Instant;

/** A scheduled price was called off before its start. */
public record ScheduledPriceCancelled(String sku, String scheduleId, String reason, Instant cancelledAt)
        implements PricingEvent {}
