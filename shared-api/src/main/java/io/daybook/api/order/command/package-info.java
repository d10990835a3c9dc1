/**
 * What may be asked of orders, returns and adjustments.
 */
@NullMarked
package io.daybook.api.order.command;

import org.jspecify.annotations.NullMarked;
