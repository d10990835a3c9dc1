/**
 * What happened in the catalog. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.catalog.event;

import org.jspecify.annotations.NullMarked;
