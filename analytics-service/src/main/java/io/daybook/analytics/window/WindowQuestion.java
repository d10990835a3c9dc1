package io.daybook.analytics.window;

/**
 * The windows of a group, as {@link Group#text} writes it, that start in a range.
 *
 * @param from milliseconds since the epoch, and so is {@code until}
 */
record WindowQuestion(String group, long from, long until, int limit) {}
