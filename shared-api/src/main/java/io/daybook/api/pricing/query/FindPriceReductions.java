package io.daybook.api.pricing.query;

import io.daybook.api.PageRequest;

/**
 * Asks for a page of the reductions of the price of this SKU, the latest first, and whether the price in force is one.
 */
public record FindPriceReductions(String sku, PageRequest page) {}
