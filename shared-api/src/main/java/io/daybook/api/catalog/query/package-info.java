/**
 * What may be asked of the read model of the catalog, and its answers. Amounts are decimal strings in JSON.
 */
@NullMarked
package io.daybook.api.catalog.query;

import org.jspecify.annotations.NullMarked;
