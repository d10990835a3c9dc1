package io.daybook.api.pricing.command;

import io.daybook.api.Require;

/** Sets how the pricing engine goes about a SKU from now on. The same strategy again changes nothing. */
public record SetPricingStrategy(String sku, PricingStrategy strategy) implements PricingCommand {
    public SetPricingStrategy {
        sku = Require.identifier(sku, "sku");
        Require.present(strategy, "strategy");
    }
}
