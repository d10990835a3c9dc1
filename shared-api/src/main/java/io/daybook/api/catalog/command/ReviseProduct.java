package io.daybook.api.catalog.command;

import io.daybook.api.Require;
import org.jspecify.annotations.Nullable;

/** States anew what a product is called and what it is counted under; null takes it out of its category. */
public record ReviseProduct(
        String sku, String name, @Nullable String category) implements CatalogCommand {
    public ReviseProduct {
        sku = Require.identifier(sku, "sku");
        name = Require.text(name, "name");
        category = Require.categoryOrNull(category, "category");
    }
}
