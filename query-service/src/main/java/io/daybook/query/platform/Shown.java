package io.daybook.query.platform;

/**
 * A view of one entity.
 *
 * @param version of its aggregate that it shows: the sequence number of the last event
 */
public record Shown<V>(V view, long version) {}
