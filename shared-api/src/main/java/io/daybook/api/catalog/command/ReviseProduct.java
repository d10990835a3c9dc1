package io.daybook.api.catalog.command;

import io.daybook.api.Require;

/** Gives a product another name. */
public record ReviseProduct(String sku, String name) implements CatalogCommand {
    public ReviseProduct {
        sku = Require.identifier(sku, "sku");
        name = Require.text(name, "name");
    }
}
