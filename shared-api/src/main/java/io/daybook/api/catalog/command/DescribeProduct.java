package io.daybook.api.catalog.command;

import io.daybook.api.Require;

/** Asks what a product is; answers {@link ProductFacts} and changes nothing. */
public record DescribeProduct(String sku) implements CatalogCommand {
    public DescribeProduct {
        sku = Require.identifier(sku, "sku");
    }
}
