/**
 * The event types as they are stored: in which revision each is written, what makes an older payload one of today, and
 * what a payload looks like. A library for all who read events, from the store or from Kafka. Owns no data: what is
 * stored stays as it is. Depends on the contract; knows no service, and Axon only for those who have it.
 */
@NullMarked
package io.daybook.schema;

import org.jspecify.annotations.NullMarked;
