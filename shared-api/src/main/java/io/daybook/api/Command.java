package io.daybook.api;

/** A request to one aggregate to change. */
public interface Command {

    /** The id of the aggregate that decides, with its type as prefix: {@code order:536365}. */
    String aggregateId();
}
