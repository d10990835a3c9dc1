/**
 * The stock of each SKU as it is now. Owns the table {@code stock_item}; follows the events of stock.
 * Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.stock;

import org.jspecify.annotations.NullMarked;
