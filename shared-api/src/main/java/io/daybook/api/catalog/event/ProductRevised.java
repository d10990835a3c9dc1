package io.daybook.api.catalog.event;

/** The product has another name. */
public record ProductRevised(String sku, String name) implements CatalogEvent {}
