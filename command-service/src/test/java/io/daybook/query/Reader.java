package io.daybook.query;

/** Stands for a read side, which no class of the command service may know. */
public record Reader(String name) {}
