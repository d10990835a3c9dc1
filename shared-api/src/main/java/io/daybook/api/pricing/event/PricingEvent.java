package io.daybook.api.pricing.event;

/** A fact about the price of one SKU. */
public sealed interface PricingEvent
        permits ListPriceSet,
                PricingPolicySet,
                PricingStrategySet,
                PriceChanged,
                PriceProposed,
                PriceProposalDeclined,
                PriceProposalRejected,
                PriceScheduled,
                ScheduledPriceCancelled {

    String sku();
}
