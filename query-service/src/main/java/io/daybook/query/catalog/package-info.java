/**
 * The products as they are now. Owns the table {@code product}; follows the events of the catalog.
 * Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.catalog;

import org.jspecify.annotations.NullMarked;
