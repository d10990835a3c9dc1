/**
 * The sales book: what was sold, came back, was called off or adjusted, by business time and in exact decimals.
 * Owns the tables {@code sales_document} and {@code sales_line}; follows the events of orders and stock.
 * Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.sales;

import org.jspecify.annotations.NullMarked;
