package io.daybook.analytics.window.kernel;

import io.daybook.analytics.window.kernel.SequenceFunction.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The events of one key in order of time: those that none can come before any more as a state of the function, the rest
 * one by one, and the state after those that are closed.
 */
final class Sequence<V, S> {

    private final String key;
    private final SequenceFunction<V, S> function;
    private final NavigableMap<Place, Step<V>> kept = new TreeMap<>();
    private S base;
    private S running;

    /** The place of an event among those of its key. */
    record Place(long at, int partition, long offset) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::at)
                .thenComparingInt(Place::partition)
                .thenComparingLong(Place::offset);

        static Place startOf(long at) {
            return new Place(at, Integer.MIN_VALUE, Long.MIN_VALUE);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Sequence(String key, SequenceFunction<V, S> function) {
        this.key = key;
        this.function = function;
        this.base = function.start();
        this.running = function.start();
    }

    void put(Place place, Step<V> event) {
        kept.put(place, event);
    }

    NavigableMap<Place, Step<V>> kept() {
        return kept;
    }

    S base() {
        return base;
    }

    void restoreBase(S restored) {
        base = restored;
    }

    /** Goes on over the events at a time, to which none before it is lacking. */
    void close(long at, Consumer<WindowResult> out) {
        run(
                running,
                kept.subMap(Place.startOf(at), true, Place.startOf(at + 1), false),
                Place.startOf(at),
                Long.MAX_VALUE,
                out);
    }

    /**
     * Goes over the events before a time anew, since one has come in between, and tells the results that depend on it.
     */
    void correct(Place added, long closedBefore, Consumer<WindowResult> out) {
        running = copyOfBase();
        NavigableMap<Place, Step<V>> closed = kept.headMap(Place.startOf(closedBefore), false);
        run(running, closed, added, function.independentFrom(added.at()), out);
    }

    /** Comes back to where the events before a time leave it. */
    void resume(long closedBefore) {
        correct(Place.startOf(Long.MAX_VALUE), closedBefore, _ -> {});
    }

    /** The results of all events that are kept. */
    void all(Consumer<WindowResult> out) {
        run(copyOfBase(), kept, Place.startOf(Long.MIN_VALUE), Long.MAX_VALUE, out);
    }

    /** The results of the kept events before a time. */
    void closed(long closedBefore, Consumer<WindowResult> out) {
        run(
                copyOfBase(),
                kept.headMap(Place.startOf(closedBefore), false),
                Place.startOf(Long.MIN_VALUE),
                Long.MAX_VALUE,
                out);
    }

    /** Removes the events up to and including a time and all that was folded before; tells which of the former. */
    List<Place> removeUntil(long until) {
        Map<Place, Step<V>> gone = kept.headMap(Place.startOf(until + 1), false);
        List<Place> removed = new ArrayList<>(gone.keySet());
        gone.clear();
        base = function.start();
        return removed;
    }

    /** Takes the events before a time into the base; tells which. */
    List<Place> fold(long before) {
        Map<Place, Step<V>> settled = kept.headMap(Place.startOf(before), false);
        List<Place> folded = new ArrayList<>(settled.keySet());
        settled.values().forEach(event -> function.step(base, event));
        settled.clear();
        return folded;
    }

    private void run(S state, NavigableMap<Place, Step<V>> events, Place from, long until, Consumer<WindowResult> out) {
        Place last = null;
        for (Map.Entry<Place, Step<V>> event : events.entrySet()) {
            if (last != null
                    && !function.countsEvents()
                    && last.at() != event.getKey().at()) {
                tell(state, last, from, until, out);
            }
            function.step(state, event.getValue());
            last = event.getKey();
            if (function.countsEvents()) {
                tell(state, last, from, until, out);
            }
        }
        if (last != null && !function.countsEvents()) {
            tell(state, last, from, until, out);
        }
    }

    private void tell(S state, Place place, Place from, long until, Consumer<WindowResult> out) {
        // events of one time have one result between them, which the first of them changes as well
        boolean after = function.countsEvents() ? place.compareTo(from) >= 0 : place.at() >= from.at();
        if (after && place.at() < until) {
            WindowResult result = function.result(key, state);
            if (result != null) {
                out.accept(result);
            }
        }
    }

    private S copyOfBase() {
        StateOutput out = new StateOutput();
        function.states().write(base, out);
        return function.states().read(new StateInput(out.toBytes()));
    }
}
