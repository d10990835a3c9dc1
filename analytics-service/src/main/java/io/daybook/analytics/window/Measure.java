package io.daybook.analytics.window;

import java.util.List;
import java.util.stream.Stream;

/** What a window adds up, with the stream it is of and the keys it can be kept by. */
enum Measure {
    /** Pieces sold less pieces that came back, by the booking rules. */
    UNITS("sales", "sku category country customer all"),
    /** Money booked, for each currency apart. */
    REVENUE("sales", "sku category country customer all"),
    /** Sales made, each once for a key, also where they are undone later. */
    ORDERS("sales", "sku category country customer all"),
    /** Looks at products. */
    VIEWS("activity", "sku country customer session all"),
    /** Times that something was put into a cart. */
    CARTS("activity", "sku country customer session all"),
    /** Times that something was taken out of a cart. */
    REMOVALS("activity", "sku country customer session all"),
    SEARCHES("activity", "country customer session all"),
    /** Recommendations followed. */
    CLICKS("activity", "sku country customer session all"),
    /** Whatever a visitor did or was shown. */
    ACTIVITIES("activity", "country customer session all"),
    /** Events of the store, by the time at which they were recorded. */
    EVENTS("events", "type all");

    private final String from;
    private final String keys;

    Measure(String from, String keys) {
        this.from = from;
        this.keys = keys;
    }

    List<String> keys() {
        return List.of(keys.split(" ", -1));
    }

    static List<Measure> of(String from) {
        return Stream.of(values()).filter(measure -> measure.from.equals(from)).toList();
    }
}
