package io.daybook.api.catalog.event;

/** The product is no longer sold. */
public record ProductWithdrawn(String sku, String reason) implements CatalogEvent {}
