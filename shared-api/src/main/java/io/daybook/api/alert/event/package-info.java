/**
 * What happened to alerts. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.alert.event;

import org.jspecify.annotations.NullMarked;
