package io.daybook.analytics;

/** Stands for analytics, which the query service must not know. */
public final class Forbidden {}
