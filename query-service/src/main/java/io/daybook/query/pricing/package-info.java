/**
 * The prices as they are now, and what happened to them. Owns the tables {@code price} and {@code price_change}; follows the
 * events of pricing. A scheduled price is shown as the current one from its start on: no event tells that, so queries go by
 * the clock. Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.pricing;

import org.jspecify.annotations.NullMarked;
