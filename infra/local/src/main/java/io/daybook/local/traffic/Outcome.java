package io.daybook.local.traffic;

/** What came of a request. */
public sealed interface Outcome {

    /** Events were written; {@code position} is that of the last one. */
    record Written(long position) implements Outcome {}

    /** It was known already: nothing changed. */
    record Unchanged() implements Outcome {}

    /** The service said no, and would say no again. */
    record Refused(int status, String code, String detail) implements Outcome {}
}
