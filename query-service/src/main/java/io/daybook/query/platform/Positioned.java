package io.daybook.query.platform;

/** An event and its position in the store. */
public record Positioned<E>(E event, long position) {}
