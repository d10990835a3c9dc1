/**
 * What happened to watches. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.watch.event;

import org.jspecify.annotations.NullMarked;
