package io.daybook.api.sales.query;

import io.daybook.api.InvalidValue;

/**
 * Asks for the products that sold most in a part of the sales book, the most first.
 *
 * @param limit the most products, 1 to 10,000
 */
public record FindProductSales(FindSales sales, ProductSalesOrder sort, int limit) {

    private static final int MAX_LIMIT = 10_000;

    public FindProductSales {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValue("limit", "must be 1 to " + MAX_LIMIT);
        }
    }
}
