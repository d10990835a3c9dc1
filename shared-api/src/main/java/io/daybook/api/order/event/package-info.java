/**
 * What happened to orders, returns and adjustments. Append-only: the type names are stored in the event store.
 */
@NullMarked
package io.daybook.api.order.event;

import org.jspecify.annotations.NullMarked;
