package io.daybook.api;

/** The names of the Kafka topics. */
public final class Topics {

    /** Every event once, in CloudEvents binary mode, keyed by aggregate id, in the order of positions per partition. */
    public static final String EVENTS = "daybook.events";

    private Topics() {}
}
