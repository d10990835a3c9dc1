package io.daybook.api.pricing.command;

import io.daybook.api.Command;

/** A command to the price of this SKU. */
public sealed interface PricingCommand extends Command
        permits SetListPrice,
                SetPricingPolicy,
                SetPricingStrategy,
                ProposePrice,
                ApproveProposal,
                RejectProposal,
                SchedulePrice,
                CancelScheduledPrice,
                QuoteListPrice {

    String sku();

    @Override
    default String aggregateId() {
        return "price:" + sku();
    }
}
