package io.daybook.api.pricing.query;

/** Asks for the price of this SKU with what it is held to and what is to come. */
public record FindPrice(String sku) {}
