package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.analytics.platform.LogOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Monitor} keeps, as values by key: equal logs, equal bytes. Watches are kept with the parts of their
 * state, early events and open minutes whole, minutes and what is remembered as they change.
 */
final class MonitorState {

    private static final String PROGRESS = "progress";
    private static final String EARLY = "early/";
    private static final String OPEN = "open/";
    private static final String MINUTE = "minute/";
    private static final String CATEGORY = "category/";
    private static final String ORDER = "order/";
    private static final String WATCH = "watch/";
    private static final String STATE = "state/";
    private static final char OF = '\n';

    private final LogOrder<LogEvent> order;
    private final Facts facts;
    private final MinutesKernel minutes;
    private final History history;
    private final Map<String, Monitor.Live> watches;
    private final TreeMap<String, byte[]> restored = new TreeMap<>();
    private final TreeSet<String> written = new TreeSet<>();
    private long drainedClosing = Long.MIN_VALUE;
    private boolean watchesChanged;

    MonitorState(
            LogOrder<LogEvent> order,
            Facts facts,
            MinutesKernel minutes,
            History history,
            Map<String, Monitor.Live> watches) {
        this.order = order;
        this.facts = facts;
        this.minutes = minutes;
        this.history = history;
        this.watches = watches;
    }

    /** A watch is no more, or begins anew. */
    void forget(String watch) {
        watches.remove(watch);
        watchesChanged = true;
    }

    void drain(BiConsumer<String, byte @Nullable []> writer) {
        writer.accept(PROGRESS, Memory.write(this::exchange));
        TreeMap<String, byte[]> small = new TreeMap<>();
        order.held().forEach((position, event) -> small.put(EARLY + position, event.bytes()));
        minutes.open().forEach((number, minute) -> small.put(OPEN + number, minute.bytes()));
        replace(Set.of(EARLY, OPEN), small, writer);
        if (watchesChanged || drainedClosing != minutes.firstOpen()) {
            replace(Set.of(WATCH, STATE), watchParts(), writer);
            watchesChanged = false;
            drainedClosing = minutes.firstOpen();
        }
        history.drain(
                minute -> writer.accept(MINUTE + minute.number(), minute.bytes()),
                number -> writer.accept(MINUTE + number, null));
        facts.categories().drain((sku, category) -> writer.accept(CATEGORY + sku, text(category)));
        facts.orders()
                .orders()
                .drain((order, open) -> writer.accept(ORDER + order, open == null ? null : open.bytes()));
    }

    /** Writes all values under some prefixes, and takes away what was there before and is no more. */
    private void replace(
            Set<String> prefixes, Map<String, byte[]> values, BiConsumer<String, byte @Nullable []> writer) {
        for (String key : Set.copyOf(written)) {
            if (prefixes.stream().anyMatch(key::startsWith) && !values.containsKey(key)) {
                writer.accept(key, null);
                written.remove(key);
            }
        }
        values.forEach(writer);
        written.addAll(values.keySet());
    }

    private Map<String, byte[]> watchParts() {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        watches.forEach((name, watch) -> {
            LogEvent definition = new LogEvent(
                    watch.from(),
                    "WatchDefined",
                    "",
                    LogEvent.NO_TIME,
                    LogEvent.NO_TIME,
                    "",
                    "",
                    LogEvent.Cause.NONE,
                    List.of(),
                    DefinitionTexts.of(watch.kernel().defined()));
            parts.put(WATCH + name, definition.bytes());
            watch.kernel().keep((part, state) -> parts.put(STATE + name + OF + part, state));
        });
        return parts;
    }

    void restore(String key, byte @Nullable [] value) {
        if (value == null) {
            restored.remove(key);
            return;
        }
        restored.put(key, value);
    }

    /** Makes of all that was restored what it was. */
    void assemble() {
        restored.forEach(this::assemble);
        restored.keySet().stream()
                .filter(key ->
                        key.startsWith(EARLY) || key.startsWith(OPEN) || key.startsWith(WATCH) || key.startsWith(STATE))
                .forEach(written::add);
        TreeMap<String, byte[]> states = new TreeMap<>(restored.subMap(STATE, STATE + Character.MAX_VALUE));
        states.forEach((key, state) -> {
            int of = key.indexOf(OF);
            Monitor.Live watch = watches.get(key.substring(STATE.length(), of));
            if (watch != null) {
                watch.kernel().restore(key.substring(of + 1), state);
            }
        });
        restored.clear();
        drainedClosing = minutes.firstOpen();
    }

    private void assemble(String key, byte[] value) {
        if (key.equals(PROGRESS)) {
            Memory.read(value, this::exchange);
        } else if (key.startsWith(EARLY)) {
            LogEvent event = LogEvent.from(value);
            order.held().put(event.position(), event);
        } else if (key.startsWith(OPEN)) {
            Minute minute = Minute.from(value);
            minutes.open().put(minute.number(), minute);
        } else if (key.startsWith(MINUTE)) {
            history.restore(Minute.from(value));
        } else if (key.startsWith(CATEGORY)) {
            facts.categories().restore(key.substring(CATEGORY.length()), textOf(value));
        } else if (key.startsWith(ORDER)) {
            facts.orders().orders().restore(key.substring(ORDER.length()), OpenOrders.OpenOrder.from(value));
        } else if (key.startsWith(WATCH)) {
            LogEvent definition = LogEvent.from(value);
            watches.put(
                    key.substring(WATCH.length()),
                    new Monitor.Live(new WatchKernel(DefinitionTexts.read(definition.texts())), definition.position()));
        }
    }

    private void exchange(Memory memory) {
        order.goOnFrom(memory.keep(order.last()));
        minutes.exchange(memory);
    }

    private static byte @Nullable [] text(@Nullable String text) {
        return text == null ? null : Memory.write(memory -> memory.keep(text));
    }

    private static String textOf(byte[] bytes) {
        String[] text = new String[1];
        Memory.read(bytes, memory -> text[0] = memory.keep(""));
        return text[0];
    }
}
