package io.daybook.api.catalog.query;

import io.daybook.api.PageRequest;

/** Asks for a page of products by SKU. */
public record FindProducts(PageRequest page) {}
