package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/** The list price is this amount from {@code validFrom}, a business time, on. */
public record ListPriceSet(
        String sku,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant validFrom) implements PricingEvent {}
