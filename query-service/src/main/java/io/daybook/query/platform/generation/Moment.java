package io.daybook.query.platform.generation;

import java.time.Instant;

/**
 * A place in the log at which an entity is asked for.
 *
 * @param position the last event that counts
 * @param at the instant that was asked for, or of that event
 */
public record Moment(long position, Instant at) {}
