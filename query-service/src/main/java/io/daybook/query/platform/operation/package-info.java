/**
 * Records what operators do, in the log and before it is done: who, what, why, and what came of it. Every action that
 * changes something goes through here. Owns the events of aggregates whose ids start with {@code operation:}.
 */
@NullMarked
package io.daybook.query.platform.operation;

import org.jspecify.annotations.NullMarked;
