package io.daybook.api.pricing.event;

import java.time.Instant;

/** An open proposal was turned down. */
public record PriceProposalRejected(String sku, String proposalId, String reason, Instant rejectedAt)
        implements PricingEvent {}
