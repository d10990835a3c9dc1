package io.daybook.bench.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.DefinitionTexts;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import io.daybook.api.watch.event.WatchDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a shop would watch: one of each kind. */
final class UsualWatches {

    private UsualWatches() {}

    static Map<String, WatchDefinition> all() {
        return new TreeMap<>(Map.of(
                "orders", orders(),
                "revenue by country", revenueByCountry(),
                "level of orders", measured(WatchKind.LEVEL_SHIFT, Measure.ORDERS, null, Grouping.NONE),
                "silence", measured(WatchKind.SILENCE, Measure.ORDERS, null, Grouping.NONE),
                "stuck", stuck()));
    }

    static WatchDefinition orders() {
        return measured(WatchKind.BAND, Measure.ORDERS, null, Grouping.NONE);
    }

    static WatchDefinition revenueByCountry() {
        return measured(WatchKind.BAND, Measure.REVENUE, "GBP", Grouping.COUNTRY);
    }

    private static WatchDefinition stuck() {
        return WatchDefinition.of(
                WatchKind.SEQUENCE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new WatchedSequence(
                        SequenceForm.NOT_FOLLOWED,
                        List.of("OrderPlaced"),
                        List.of("OrderConfirmed", "OrderRejected"),
                        null,
                        Duration.ofMinutes(10)),
                Severity.CRITICAL);
    }

    private static WatchDefinition measured(
            WatchKind kind, Measure measure, @Nullable String currency, Grouping grouping) {
        return WatchDefinition.of(
                kind, measure, currency, grouping, null, null, null, null, null, null, Severity.WARNING);
    }

    /** The event that defines a watch. */
    static LogEvent defined(long position, String name, WatchDefinition definition) {
        return new LogEvent(
                position,
                "WatchDefined",
                "watch:" + name,
                LogEvent.NO_TIME,
                LogEvent.NO_TIME,
                "",
                "",
                Cause.NONE,
                List.of(),
                DefinitionTexts.of(WatchDefined.of(name, 1, definition, Instant.EPOCH)));
    }
}
