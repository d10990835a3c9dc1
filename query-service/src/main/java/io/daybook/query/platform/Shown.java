package io.daybook.query.platform;

/**
 * A view of one entity.
 *
 * @param position the position of the last event that it shows
 */
public record Shown<V>(V view, long position) {}
