package io.daybook.api.pricing.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal became the list price from {@code changedAt} on; {@code approvedBy} is null where nobody had to approve
 * it.
 */
public record PriceChanged(
        String sku,
        String proposalId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant changedAt,
        @Nullable String approvedBy,
        PriceExplanation explanation)
        implements PricingEvent {}
