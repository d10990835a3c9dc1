/**
 * What may be asked of the read model of stock, and its answers. Amounts are decimal strings in JSON.
 */
@NullMarked
package io.daybook.api.stock.query;

import org.jspecify.annotations.NullMarked;
