package io.daybook.api.catalog.query;

/** Asks for the product with this SKU. */
public record FindProduct(String sku) {}
