/**
 * The stock of each SKU: on hand, reserved and available pieces. Owns the StockItem aggregate.
 */
@NullMarked
package io.daybook.command.stock;

import org.jspecify.annotations.NullMarked;
