/**
 * Two instances of the command-service on one PostgreSQL and one Kafka, under load and under faults. Every client keeps
 * what it was told; afterwards that is held against what the store has, read directly. Owns no data; knows the services
 * by their jars, their APIs and the tables of the event store.
 */
@NullMarked
package io.daybook.e2e.faults;

import org.jspecify.annotations.NullMarked;
