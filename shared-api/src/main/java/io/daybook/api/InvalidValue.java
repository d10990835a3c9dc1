package io.daybook.api;

/** A value that a message cannot carry: names the field and what is wrong with it. */
public final class InvalidValue extends IllegalArgumentException {

    private final String field;

    public InvalidValue(String field, String problem) {
        super(problem);
        this.field = field;
    }

    /** The name of the field as the message spells it. */
    public String field() {
        return field;
    }
}
