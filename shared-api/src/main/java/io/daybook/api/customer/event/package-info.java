/**
 * What happened to customers. Append-only: the type names are stored in the event store. Personal data is sealed, never
 * plain.
 */
@NullMarked
package io.daybook.api.customer.event;

import org.jspecify.annotations.NullMarked;
