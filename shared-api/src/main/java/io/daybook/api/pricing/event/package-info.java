/**
 * What happened to prices. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.pricing.event;

import org.jspecify.annotations.NullMarked;
