/**
 * What may be asked of the stock of a SKU. Quantities are pieces, 1 to 10^12.
 */
@NullMarked
package io.daybook.api.stock.command;

import org.jspecify.annotations.NullMarked;
