/**
 * What may be asked of the read model of list prices, and its answers. Amounts are decimal strings in JSON.
 */
@NullMarked
package io.daybook.api.pricing.query;

import org.jspecify.annotations.NullMarked;
