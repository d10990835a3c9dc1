/**
 * Real PostgreSQL and real Kafka as child processes of this one, for the local stack and for tests.
 *
 * <p>Owns the folders it is given: the database cluster, the broker's log directories, their settings and log files.
 * Depends on the PostgreSQL and Kafka distributions and on nothing of the shop.
 */
@NullMarked
package io.daybook.local;

import org.jspecify.annotations.NullMarked;
