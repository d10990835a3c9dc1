/**
 * What may be asked of the price of a SKU.
 */
@NullMarked
package io.daybook.api.pricing.command;

import org.jspecify.annotations.NullMarked;
