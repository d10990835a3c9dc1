package io.daybook.api.pricing.command;

import io.daybook.api.Require;

/**
 * Sets the limits for later changes of a price; what is in force or scheduled stays. The same policy again changes
 * nothing.
 */
public record SetPricingPolicy(String sku, PricingPolicy policy) implements PricingCommand {
    public SetPricingPolicy {
        sku = Require.identifier(sku, "sku");
        Require.present(policy, "policy");
    }
}
