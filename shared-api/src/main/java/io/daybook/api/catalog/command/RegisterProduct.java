package io.daybook.api.catalog.command;

import io.daybook.api.Require;
import org.jspecify.annotations.Nullable;

/**
 * Registers a product.
 *
 * @param stocked false for services such as postage, which have no stock to reserve
 * @param category what it is counted under, such as {@code Kitchen/Mugs}; null where nobody has said
 */
public record RegisterProduct(
        String sku, String name, boolean stocked, @Nullable String category) implements CatalogCommand {
    public RegisterProduct {
        sku = Require.identifier(sku, "sku");
        name = Require.text(name, "name");
        category = Require.categoryOrNull(category, "category");
    }

    @Override
    public boolean opensStream() {
        return true;
    }
}
