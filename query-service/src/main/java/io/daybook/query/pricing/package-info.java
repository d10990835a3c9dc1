/**
 * The prices as they are now, what happened to them, and what they were by time, from which the prior prices of
 * reductions follow. Owns the tables {@code price}, {@code price_change} and {@code price_timeline}; follows the events
 * of pricing. A scheduled price is shown as the current one from its start on: no event tells that, so queries go by
 * the clock. Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.pricing;

import org.jspecify.annotations.NullMarked;
