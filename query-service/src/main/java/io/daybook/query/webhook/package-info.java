/**
 * Webhooks: other systems subscribe to events, and the event store is the queue. Owns the tables {@code webhook} and
 * {@code webhook_backlog}, which are derived from nothing and outlive every rebuild. Each webhook is worked on by one
 * instance at a time, which reads the log, posts what the subscription asks for, in the order of each entity, and keeps
 * no event but its place. Depends on the contract, the vault's master keys and the platform.
 */
@NullMarked
package io.daybook.query.webhook;

import org.jspecify.annotations.NullMarked;
