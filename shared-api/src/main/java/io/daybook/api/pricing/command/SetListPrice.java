package io.daybook.api.pricing.command;

import io.daybook.api.Money;
import io.daybook.api.Require;
import java.time.Instant;

/** Sets the list price from a business time on; the times of one SKU only move forward. */
public record SetListPrice(String sku, Money price, Instant validFrom) implements PricingCommand {
    public SetListPrice {
        sku = Require.identifier(sku, "sku");
        price = Require.notNegative(price, "price");
        Require.time(validFrom, "validFrom");
    }
}
