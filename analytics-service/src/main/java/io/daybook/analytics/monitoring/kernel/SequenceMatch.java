package io.daybook.analytics.monitoring.kernel;

/**
 * A pattern that came to be, with the evidence.
 *
 * @param from when its first event happened
 * @param at when it was complete: its last event, or the moment the time for a second one was over
 */
public record SequenceMatch(String key, long from, long at) {}
