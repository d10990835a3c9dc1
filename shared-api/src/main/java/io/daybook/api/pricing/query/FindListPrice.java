package io.daybook.api.pricing.query;

/** Asks for the current list price of this SKU. */
public record FindListPrice(String sku) {}
