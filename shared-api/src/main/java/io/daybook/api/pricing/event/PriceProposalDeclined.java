package io.daybook.api.pricing.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposal changes nothing; {@code earliest} tells, where it came too soon, when the price may change again. */
public record PriceProposalDeclined(
        String sku,
        String proposalId,
        String currency,
        String reason,
        @Nullable Instant earliest,
        Instant declinedAt,
        PriceExplanation explanation)
        implements PricingEvent {}
