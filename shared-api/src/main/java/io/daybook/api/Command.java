package io.daybook.api;

/** A request to one aggregate to change. */
public interface Command {

    /** The id of the aggregate that decides, with its type as prefix: {@code order:536365}. */
    String aggregateId();

    /**
     * Whether the aggregate has, as a rule, no events before this one: it is then not looked up first, since the append
     * tells if it has. Where it has events after all the command is handled twice.
     */
    default boolean opensStream() {
        return false;
    }
}
