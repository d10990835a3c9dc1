/**
 * Orders, returns and adjustments. Owns the aggregates Order, ReturnNote and Adjustment; asks catalog and pricing
 * what it sells and for how much.
 */
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;
