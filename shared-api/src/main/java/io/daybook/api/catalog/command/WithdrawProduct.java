package io.daybook.api.catalog.command;

import io.daybook.api.Require;

/** Takes a product off sale. */
public record WithdrawProduct(String sku, String reason) implements CatalogCommand {
    public WithdrawProduct {
        sku = Require.identifier(sku, "sku");
        reason = Require.text(reason, "reason");
    }
}
