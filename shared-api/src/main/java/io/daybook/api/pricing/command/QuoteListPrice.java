package io.daybook.api.pricing.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Asks for the list price in force at a time; answers a {@link PriceInForce} and changes nothing. */
public record QuoteListPrice(String sku, Instant at) implements PricingCommand {
    public QuoteListPrice {
        sku = Require.identifier(sku, "sku");
        Require.time(at, "at");
    }
}
