package io.daybook.api.catalog.event;

/** A fact about one product. */
public sealed interface CatalogEvent permits ProductRegistered, ProductRevised, ProductWithdrawn {

    String sku();
}
