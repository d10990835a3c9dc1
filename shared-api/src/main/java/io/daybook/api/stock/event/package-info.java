/**
 * What happened to stock. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.stock.event;

import org.jspecify.annotations.NullMarked;
