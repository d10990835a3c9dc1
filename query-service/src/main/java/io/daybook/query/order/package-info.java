/**
 * The orders as they stand, and the returns. Owns the tables {@code customer_order}, {@code order_lines},
 * {@code order_refused_lines} and {@code goods_return}; follows the events of orders.
 * Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.order;

import org.jspecify.annotations.NullMarked;
