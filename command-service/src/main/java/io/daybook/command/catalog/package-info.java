/**
 * The catalog of products. Owns the Product aggregate.
 * Offers {@link io.daybook.command.catalog.Assortment} to the contexts that sell products.
 */
@NullMarked
package io.daybook.command.catalog;

import org.jspecify.annotations.NullMarked;
