package io.daybook.api.watch.query;

/** Asks for the watch of this name. */
public record FindWatch(String name) {}
