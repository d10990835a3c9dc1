package io.daybook.analytics.window.kernel;

/**
 * An event as a window sees it.
 *
 * @param key what the window is kept by
 * @param at its event time
 * @param partition the partition of the log that brought it
 * @param offset its place in that partition; events of one time are in the order of partition and offset
 * @param watermark the highest event time in that partition up to and with this event
 */
public record Observation<V>(String key, long at, V value, int partition, long offset, long watermark) {}
