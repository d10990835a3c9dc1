package io.daybook.schema;

/** A payload is of a revision that this version does not know, or is not what its revision says. */
public final class UnreadableRevision extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnreadableRevision(String message) {
        super(message);
    }

    UnreadableRevision(String message, Throwable cause) {
        super(message, cause);
    }
}
