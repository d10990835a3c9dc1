/**
 * The orders as they stand, what each waits for, and the returns. Owns the tables {@code customer_order},
 * {@code order_lines}, {@code order_refused_lines}, {@code goods_return} and {@code fulfilment}; follows the events of
 * orders. Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.order;

import org.jspecify.annotations.NullMarked;
