package io.daybook.api.catalog.event;

/** A product is known from now on; only stocked products are reserved when ordered. */
public record ProductRegistered(String sku, String name, boolean stocked) implements CatalogEvent {}
