package io.daybook.command;

/** Stands for the command side, which the query service must not know. */
public final class Forbidden {}
