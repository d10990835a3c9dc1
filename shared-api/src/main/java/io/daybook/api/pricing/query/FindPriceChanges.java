package io.daybook.api.pricing.query;

import io.daybook.api.PageRequest;

/** Asks for a page of what happened to the price of this SKU, the latest first. */
public record FindPriceChanges(String sku, PageRequest page) {}
