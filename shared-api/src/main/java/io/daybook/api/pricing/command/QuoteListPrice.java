package io.daybook.api.pricing.command;

import io.daybook.api.Require;

/** Asks for the current list price; answers a {@link Money} and changes nothing. */
public record QuoteListPrice(String sku) implements PricingCommand {
    public QuoteListPrice {
        sku = Require.identifier(sku, "sku");
    }
}
