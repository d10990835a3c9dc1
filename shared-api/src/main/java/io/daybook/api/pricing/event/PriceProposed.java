package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A price waits for approval, in the place of the open proposal {@code supersedes} where there was one. */
public record PriceProposed(
        String sku,
        String proposalId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant decidedAt,
        @Nullable String supersedes,
        PriceExplanation explanation)
        implements PricingEvent {}
