package io.daybook.api.sales.query;

/** By what products are ranked. */
public enum ProductSalesOrder {
    REVENUE,
    UNITS
}
