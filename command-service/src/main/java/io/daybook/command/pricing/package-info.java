/**
 * The list price of each SKU. Owns the Price aggregate.
 */
@NullMarked
package io.daybook.command.pricing;

import org.jspecify.annotations.NullMarked;
