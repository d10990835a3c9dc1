package io.daybook.api.catalog.event;

import org.jspecify.annotations.Nullable;

/** A product is known from now on; only stocked products are reserved when ordered. */
public record ProductRegistered(
        String sku, String name, boolean stocked, @Nullable String category) implements CatalogEvent {}
