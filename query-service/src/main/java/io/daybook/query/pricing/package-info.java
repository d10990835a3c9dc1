/**
 * The list prices as they are now. Owns the table {@code list_price}; follows the events of pricing.
 * Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.pricing;

import org.jspecify.annotations.NullMarked;
