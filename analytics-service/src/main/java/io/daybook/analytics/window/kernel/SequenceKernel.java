package io.daybook.analytics.window.kernel;

import io.daybook.analytics.window.kernel.Sequence.Place;
import io.daybook.analytics.window.kernel.SequenceFunction.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Sliding windows, count windows and continuous functions: a {@link SequenceFunction} over the events of each key in
 * order of time, those of one time in order of partition and offset. A result is told when the watermark has passed its
 * event by more than the grace, so that the order is settled.
 *
 * <p>An event is late when the watermark has passed it by more than the grace, and dropped when by more than the
 * retention. A late one is put in its place and the results that depend on it are told again. Events that none can come
 * before any more are folded into one state per key, some at a time; that state stays as long as the key is not
 * forgotten by a new version.
 *
 * <pre>
 * state   'B' key → state                                 of the events that are settled
 *         'E' key, time, partition, offset → late, value  of each event after them
 * </pre>
 */
public final class SequenceKernel<V, S> implements WindowKernel<V> {

    private static final byte BASE = 'B';
    private static final byte EVENT = 'E';
    private static final int SETTLED_AT_ONCE = 64;

    private final Lateness lateness;
    private final SequenceFunction<V, S> function;
    private final Map<String, Sequence<V, S>> sequences = new HashMap<>();
    private final NavigableMap<Long, NavigableSet<String>> open = new TreeMap<>();
    private final ChangedState<Entry> changes = new ChangedState<>();
    private long watermark = Lateness.NO_WATERMARK;
    private long settled = Lateness.NO_WATERMARK;

    private record Entry(byte kind, String key, Place place) implements ChangedState.Key {

        static final Place NONE = new Place(0, 0, 0);

        @Override
        public void writeTo(StateOutput out) {
            out.putByte(kind).putText(key);
            if (kind == EVENT) {
                out.putTime(place.at()).putInt(place.partition()).putLong(place.offset());
            }
        }
    }

    public SequenceKernel(Lateness lateness, SequenceFunction<V, S> function) {
        this.lateness = lateness;
        this.function = function;
    }

    @Override
    public void observe(Observation<V> event, WindowOutput<V> out) {
        if (lateness.isDropped(event.at() + 1, event.watermark())) {
            out.dropped(event);
        } else {
            insert(event, out);
        }
        advance(event.watermark(), out);
    }

    private void insert(Observation<V> event, WindowOutput<V> out) {
        boolean late = lateness.isClosed(event.at() + 1, event.watermark());
        if (late) {
            out.late(event);
        }
        Place place = new Place(event.at(), event.partition(), event.offset());
        Sequence<V, S> sequence = sequenceOf(event.key());
        sequence.put(place, new Step<>(event.at(), event.value(), late));
        changes.add(new Entry(EVENT, event.key(), place));
        if (lateness.isClosed(event.at() + 1, watermark)) {
            sequence.correct(place, openFrom(), out::result);
        } else {
            open.computeIfAbsent(event.at(), _ -> new TreeSet<>()).add(event.key());
        }
        fold(event.key(), sequence);
    }

    private Sequence<V, S> sequenceOf(String key) {
        return sequences.computeIfAbsent(key, _ -> new Sequence<>(key, function));
    }

    /** The first time that is not closed. */
    private long openFrom() {
        return watermark == Lateness.NO_WATERMARK ? Long.MIN_VALUE : watermark - lateness.grace();
    }

    private void fold(String key, Sequence<V, S> sequence) {
        if (settled == Lateness.NO_WATERMARK || sequence.kept().size() % SETTLED_AT_ONCE != 0) {
            return;
        }
        List<Place> folded = sequence.fold(Math.min(settled - lateness.retention(), openFrom()));
        if (!folded.isEmpty()) {
            changes.add(new Entry(BASE, key, Entry.NONE));
            folded.forEach(place -> changes.add(new Entry(EVENT, key, place)));
        }
    }

    @Override
    public void advance(long reached, WindowOutput<V> out) {
        if (reached <= watermark) {
            return;
        }
        watermark = reached;
        while (!open.isEmpty() && open.firstKey() < openFrom()) {
            Map.Entry<Long, NavigableSet<String>> closing = open.pollFirstEntry();
            closing.getValue().forEach(key -> sequenceOf(key).close(closing.getKey(), out::result));
        }
    }

    @Override
    public void forget(long lowest) {
        settled = Math.max(settled, lowest);
    }

    @Override
    public long reach(long until) {
        return until;
    }

    /** What was settled goes whole, also where some of it came after that time: it is one state. */
    @Override
    public void remove(Predicate<String> keys, long until, WindowOutput<V> out) {
        for (String key : sequences.keySet().stream().filter(keys).sorted().toList()) {
            Sequence<V, S> sequence = sequenceOf(key);
            Map<Long, WindowResult> before = new TreeMap<>();
            sequence.closed(openFrom(), result -> before.put(result.id(), result));
            sequence.removeUntil(until).forEach(place -> gone(key, place));
            changes.add(new Entry(BASE, key, Entry.NONE));
            if (sequence.kept().isEmpty()) {
                sequences.remove(key);
            }
            sequence.resume(openFrom());
            sequence.closed(openFrom(), result -> {
                if (!result.equals(before.remove(result.id()))) {
                    out.result(result);
                }
            });
            before.keySet().forEach(id -> out.withdrawn(key, id));
        }
    }

    private void gone(String key, Place place) {
        changes.add(new Entry(EVENT, key, place));
        NavigableSet<String> keys = open.get(place.at());
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            open.remove(place.at());
        }
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public List<WindowResult> windowsOf(String key, long from, long until, int limit) {
        List<WindowResult> results = new ArrayList<>();
        Sequence<V, S> sequence = sequences.get(key);
        if (sequence != null) {
            sequence.all(result -> {
                if (result.start() >= from && result.start() < until && results.size() < limit) {
                    results.add(result);
                }
            });
        }
        return results;
    }

    @Override
    public void writeChanges(StateLog log) {
        changes.write(log, (entry, out) -> {
            Sequence<V, S> sequence = sequences.get(entry.key());
            if (sequence == null) {
                return false;
            }
            if (entry.kind() == BASE) {
                function.states().write(sequence.base(), out);
                return true;
            }
            Step<V> event = sequence.kept().get(entry.place());
            if (event != null) {
                out.putByte(event.late() ? 1 : 0);
                function.values().write(event.value(), out);
            }
            return event != null;
        });
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        StateInput kept = new StateInput(key);
        byte kind = kept.oneByte();
        Sequence<V, S> sequence = sequenceOf(kept.text());
        StateInput in = new StateInput(value);
        if (kind == BASE) {
            sequence.restoreBase(function.states().read(in));
            return;
        }
        Place place = new Place(kept.time(), kept.integer(), kept.number());
        boolean late = in.oneByte() == 1;
        sequence.put(place, new Step<>(place.at(), function.values().read(in), late));
    }

    @Override
    public void resume(long reached) {
        watermark = reached;
        sequences.forEach((key, sequence) -> {
            sequence.resume(openFrom());
            sequence.kept()
                    .tailMap(Place.startOf(openFrom()))
                    .keySet()
                    .forEach(place -> open.computeIfAbsent(place.at(), _ -> new TreeSet<>())
                            .add(key));
        });
    }
}
