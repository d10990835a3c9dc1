package io.daybook.api.catalog.event;

import org.jspecify.annotations.Nullable;

/** The product has this name and this category from now on, or no category. */
public record ProductRevised(
        String sku, String name, @Nullable String category) implements CatalogEvent {}
