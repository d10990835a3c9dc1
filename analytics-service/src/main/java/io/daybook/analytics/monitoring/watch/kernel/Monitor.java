package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.platform.LogOrder;
import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.watch.event.WatchDefined;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All of monitoring as one function of the log: events come in, in any order of partitions, alerts come out. A watch is
 * warmed with the history the moment its definition has its turn, and raises alerts from the first minute on that
 * closes after that; so which alerts there are depends on nothing but the log and the heartbeats between its events.
 */
public final class Monitor {

    private final LogOrder<LogEvent> order = new LogOrder<>();
    private final Facts facts = new Facts();
    private final MinutesKernel minutes;
    private final History history;
    private final TreeMap<String, Live> watches = new TreeMap<>();
    private final MonitorState state;
    private volatile List<WatchStanding> standing = List.of();
    private volatile String warming = "";

    /** An alert, and the event that moved the clock so far that it was raised. */
    public record Raised(RaiseAlert alert, LogEvent.Cause cause) {}

    /** A watch, and the first minute of which it raises alerts. */
    record Live(WatchKernel kernel, long from) {}

    /**
     * A monitor that has seen nothing.
     *
     * @param grace how long after its end a minute is open, in milliseconds
     * @param age of the history, in minutes
     */
    public Monitor(long grace, long age) {
        history = new History(age);
        minutes = new MinutesKernel(grace, facts, history);
        state = new MonitorState(order, facts, minutes, history, watches);
    }

    /** Takes an event; answers with the alerts that it raises. */
    public List<Raised> take(LogEvent event) {
        List<Raised> alerts = new ArrayList<>();
        if (event.isOfTheLog()) {
            order.take(event.position(), event).forEach(next -> apply(next, alerts));
        } else if (event.type().equals(LogEvent.VISITS) || event.position() == order.last()) {
            apply(event, alerts);
        }
        return alerts;
    }

    private void apply(LogEvent event, List<Raised> alerts) {
        switch (event.type()) {
            case "WatchDefined" -> define(DefinitionTexts.read(event.texts()));
            case "WatchRetired" -> state.forget(event.texts().getFirst());
            default -> {
                for (Minute closed : minutes.take(event)) {
                    watches.values().forEach(watch -> watch.kernel().minute(closed, telling(watch, alerts)));
                }
                watches.values().forEach(watch -> watch.kernel().until(minutes.firstOpen(), telling(watch, alerts)));
            }
        }
    }

    private WatchKernel.Alerts telling(Live watch, List<Raised> alerts) {
        return (minute, alert) -> {
            if (minute >= watch.from()) {
                alerts.add(new Raised(alert, minutes.mover()));
            }
        };
    }

    private void define(WatchDefined defined) {
        warming = defined.name();
        state.forget(defined.name());
        WatchKernel kernel = new WatchKernel(defined);
        history.all().forEach(minute -> kernel.minute(minute, (_, _) -> {}));
        kernel.until(minutes.firstOpen(), (_, _) -> {});
        watches.put(defined.name(), new Live(kernel, minutes.firstOpen()));
        warming = "";
    }

    /** The position up to which all events have been applied. */
    public long position() {
        return order.last();
    }

    public History history() {
        return history;
    }

    /** Which minutes are closed, and how many events were late for one. */
    public MinutesKernel minutes() {
        return minutes;
    }

    /** How each watch stood at the last commit. */
    public List<WatchStanding> standing() {
        return standing;
    }

    /** The watch that is being warmed with the history right now; empty where none is. */
    public String warming() {
        return warming;
    }

    /** Hands over what has changed of the state since the last time, by key; null where it is gone. */
    public void drain(BiConsumer<String, byte @Nullable []> writer) {
        state.drain(writer);
        look();
    }

    /** Takes back a part of the state; {@link #opened()} follows when all is back. */
    public void restore(String key, byte @Nullable [] value) {
        state.restore(key, value);
    }

    /** The whole state is back. */
    public void opened() {
        state.assemble();
        look();
    }

    private void look() {
        standing = watches.values().stream()
                .map(watch -> new WatchStanding(
                        watch.kernel().defined(), watch.from(), watch.kernel().standing()))
                .toList();
    }
}
