/**
 * The whole system on this machine: a supervisor process that owns PostgreSQL, Kafka and the services and starts again
 * what dies.
 *
 * <p>Owns the state folder: data, logs, the services' programs, and the file that says what runs where. Depends on
 * {@code io.daybook.local}; of the services it knows the names of their jars, their environment and their health
 * addresses.
 */
@NullMarked
package io.daybook.local.stack;

import org.jspecify.annotations.NullMarked;
