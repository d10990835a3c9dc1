/**
 * What may be asked of the catalog: products by stock-keeping unit (SKU).
 */
@NullMarked
package io.daybook.api.catalog.command;

import org.jspecify.annotations.NullMarked;
