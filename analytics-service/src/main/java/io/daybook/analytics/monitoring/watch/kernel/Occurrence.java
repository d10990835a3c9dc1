package io.daybook.analytics.monitoring.watch.kernel;

/**
 * An event as sequences see it.
 *
 * @param at by the clock of the log, in milliseconds: never before that of an event of a lower position
 */
public record Occurrence(String type, String subject, long at, long position) {}
