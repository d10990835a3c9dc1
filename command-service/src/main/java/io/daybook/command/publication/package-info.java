/**
 * Publishes every event to Kafka, once and in order. The only code of this service that knows Kafka.
 * Owns the topic of events; its place is read from Kafka itself.
 */
@NullMarked
package io.daybook.command.publication;

import org.jspecify.annotations.NullMarked;
