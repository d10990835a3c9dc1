package io.daybook.api.pricing.query;

import io.daybook.api.PageRequest;

/** Asks for a page of current list prices by SKU. */
public record FindListPrices(PageRequest page) {}
