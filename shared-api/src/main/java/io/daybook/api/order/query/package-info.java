/**
 * What may be asked of the read model of orders and returns, and its answers. Amounts are decimal strings in JSON.
 */
@NullMarked
package io.daybook.api.order.query;

import org.jspecify.annotations.NullMarked;
