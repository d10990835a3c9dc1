package io.daybook.analytics.platform;

/** What is wrong with one field of the request. */
public record FieldProblem(String field, String problem) {}
