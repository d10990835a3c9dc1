package io.daybook.api.watch;

import io.daybook.api.watch.command.DefineWatch;
import io.daybook.api.watch.command.RetireWatch;
import io.daybook.api.watch.event.WatchDefined;
import io.daybook.api.watch.event.WatchRetired;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages about watches, with defaults. */
public final class Watches {

    public static final String NAME = "orders by country";
    public static final Instant THEN = Instant.parse("2010-12-01T08:26:00Z");

    private Watches() {}

    /** Too few orders from a country. */
    public static WatchDefinition band() {
        return WatchDefinition.of(
                WatchKind.BAND,
                Measure.ORDERS,
                null,
                Grouping.COUNTRY,
                null,
                Direction.BELOW,
                new BigDecimal("0.7"),
                null,
                null,
                null,
                Severity.WARNING);
    }

    /** An order that is placed and not heard of for ten minutes. */
    public static WatchDefinition stuck() {
        return sequence(new WatchedSequence(
                SequenceForm.NOT_FOLLOWED, List.of("OrderPlaced"), List.of(), null, Duration.ofMinutes(10)));
    }

    public static WatchDefinition sequence(WatchedSequence sequence) {
        return WatchDefinition.of(
                WatchKind.SEQUENCE, null, null, null, null, null, null, null, null, sequence, Severity.CRITICAL);
    }

    public static DefineWatch define() {
        return define(band());
    }

    public static DefineWatch define(WatchDefinition definition) {
        return new DefineWatch(NAME, definition, THEN);
    }

    public static RetireWatch retire() {
        return new RetireWatch(NAME, "one for each category instead", THEN.plusSeconds(3600));
    }

    public static WatchDefined defined() {
        return defined(NAME, 1, band());
    }

    public static WatchDefined defined(String name, long version, WatchDefinition definition) {
        return WatchDefined.of(name, version, definition, THEN);
    }

    public static WatchRetired retired() {
        return retired(NAME);
    }

    public static WatchRetired retired(String name) {
        return new WatchRetired(name, "one for each category instead", THEN.plusSeconds(3600));
    }
}
