/**
 * What may be asked of the read model of the sales book: every sale, return, cancellation and adjustment by business
 * time, and its answers. Amounts are decimal strings in JSON.
 */
@NullMarked
package io.daybook.api.sales.query;

import org.jspecify.annotations.NullMarked;
