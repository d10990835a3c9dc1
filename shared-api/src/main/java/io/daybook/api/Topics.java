package io.daybook.api;

/** The names of the Kafka topics. */
public final class Topics {

    /** Every event once, in CloudEvents binary mode, keyed by aggregate id, in the order of positions per partition. */
    public static final String EVENTS = "daybook.events";

    /**
     * What visitors do, as JSON records of {@code io.daybook.api.activity}, keyed by session, stamped with business
     * time.
     */
    public static final String ACTIVITY = "daybook.activity";

    /**
     * Results of the windows by configuration, in JSON, keyed by window, key and start: the last one of a key stands.
     */
    public static final String WINDOWS = "daybook.windows";

    /** Events that came too late for any correction of a window, in JSON, keyed by window and key. */
    public static final String WINDOWS_LATE = "daybook.windows.late";

    private Topics() {}
}
