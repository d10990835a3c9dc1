package io.daybook.api.catalog.command;

import io.daybook.api.Require;

/** Registers a product; {@code stocked} is false for services such as postage, which have no stock to reserve. */
public record RegisterProduct(String sku, String name, boolean stocked) implements CatalogCommand {
    public RegisterProduct {
        sku = Require.identifier(sku, "sku");
        name = Require.text(name, "name");
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
