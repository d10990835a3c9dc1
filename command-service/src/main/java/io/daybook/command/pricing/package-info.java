/**
 * The list price of each SKU, its policy and proposals, and quotes. Owns the Price aggregate and the keys of quotes.
 * The arithmetic of limits is in {@code PriceGuardKernel}. May use the catalog.
 */
@NullMarked
package io.daybook.command.pricing;

import org.jspecify.annotations.NullMarked;
