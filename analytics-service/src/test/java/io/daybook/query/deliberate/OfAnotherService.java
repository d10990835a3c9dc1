package io.daybook.query.deliberate;

/** Stands for a type of the query service, for a deliberate violation of a border. */
public final class OfAnotherService {}
