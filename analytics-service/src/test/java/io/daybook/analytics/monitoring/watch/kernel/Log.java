package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Line;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.event.WatchDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log that is written event by event, in order of position: as things happen, or as history that is brought in. */
final class Log {

    static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    private static final long MOMENT = 5;

    private final List<LogEvent> events = new ArrayList<>();
    private long orders;
    private long recorded = START;
    private boolean live = true;

    /** What comes now is recorded at some time, a moment apart, whenever it happened. */
    void bringInAt(Instant from) {
        recorded = from.toEpochMilli();
        live = false;
    }

    /** Time goes by until more is recorded. */
    void pause(Duration pause) {
        recorded += pause.toMillis();
    }

    List<LogEvent> events() {
        return events;
    }

    /** An order of so many minutes and seconds after the start; answers with its id. */
    String placed(long minute, int second, String country, String sku) {
        String order = "order:" + ++orders;
        add("OrderPlaced", order, at(minute, second), country, List.of(new Line(sku, 12_500)));
        return order;
    }

    String placed(long minute, int second) {
        return placed(minute, second, "France", "MUG");
    }

    void confirmed(String order) {
        add("OrderConfirmed", order, LogEvent.NO_TIME, "France", List.of(new Line("MUG", 12_500)));
    }

    void paid(String order, long minute, int second) {
        add("PaymentRecorded", order, at(minute, second), "", List.of());
    }

    void priceMoved(String sku, long minute, int second) {
        add("PriceChanged", "price:" + sku, at(minute, second), "", List.of(new Line(sku, 0)));
    }

    void registered(String sku, String category) {
        add(new LogEvent(
                next(),
                "ProductRegistered",
                "product:" + sku,
                LogEvent.NO_TIME,
                recorded,
                "",
                "",
                cause(),
                List.of(),
                List.of(category)));
    }

    void defined(String name, WatchDefinition definition) {
        add(new LogEvent(
                next(),
                "WatchDefined",
                "watch:" + name,
                LogEvent.NO_TIME,
                recorded,
                "",
                "",
                cause(),
                List.of(),
                DefinitionTexts.of(WatchDefined.of(name, 1, definition, Instant.EPOCH))));
    }

    void retired(String name) {
        add(new LogEvent(
                next(),
                "WatchRetired",
                "watch:" + name,
                LogEvent.NO_TIME,
                recorded,
                "",
                "",
                cause(),
                List.of(),
                List.of(name)));
    }

    void other() {
        add(LogEvent.other(next()));
    }

    /** Not of the log: that nothing more has come until a time. */
    void heartbeat(long minute, int second) {
        recorded = at(minute, second);
        add(LogEvent.heartbeat(next() - 1, true, recorded));
    }

    /** Not of the log: that no more of the history is recorded. */
    void ended() {
        pause(Duration.ofSeconds(30));
        add(LogEvent.heartbeat(next() - 1, false, recorded));
    }

    static long at(long minute, int second) {
        return START + minute * Minute.MILLIS + second * 1_000L;
    }

    private void add(String type, String subject, long at, String country, List<Line> lines) {
        recorded = live ? Math.max(recorded, at) : recorded + MOMENT;
        add(new LogEvent(next(), type, subject, at, recorded, country, "GBP", cause(), lines, List.of()));
    }

    private void add(LogEvent event) {
        events.add(event);
    }

    private long next() {
        return events.stream().filter(LogEvent::isOfTheLog).count() + 1;
    }

    private Cause cause() {
        return new Cause("event-" + next(), "request-" + next());
    }
}
