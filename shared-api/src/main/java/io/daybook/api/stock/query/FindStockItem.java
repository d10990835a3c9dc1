package io.daybook.api.stock.query;

/** Asks for the stock of this SKU. */
public record FindStockItem(String sku) {}
