package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The list price is this amount from {@code startsAt} on, unless that is cancelled before; no other event tells its
 * start.
 */
public record PriceScheduled(
        String sku,
        String scheduleId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant startsAt,
        Instant scheduledAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String overrideReason)
        implements PricingEvent {}
