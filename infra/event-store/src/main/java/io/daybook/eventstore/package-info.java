/**
 * An Axon {@code EventStorageEngine} and {@code EventStore} on PostgreSQL: positions are gapless and in commit order,
 * waiting appends share one transaction, and readers are woken by LISTEN/NOTIFY.
 * Owns the tables event, head and snapshot of its schema. Depends on Axon, JDBC and Flyway; knows nothing of the shop.
 */
@NullMarked
package io.daybook.eventstore;

import org.jspecify.annotations.NullMarked;
