package io.daybook.api.stock.query;

import io.daybook.api.PageRequest;

/** Asks for a page of stock items by SKU. */
public record FindStockItems(PageRequest page) {}
