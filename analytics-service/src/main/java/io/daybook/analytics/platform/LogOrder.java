package io.daybook.analytics.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts events back into the order of the log, in whatever order its partitions were read. Positions are dense, so the
 * next one is known: what comes before its turn is held, what comes again is passed over.
 */
public final class LogOrder<E> {

    private final NavigableMap<Long, E> held = new TreeMap<>();
    private long last;

    /** Takes the event at a position; gives those whose turn it is now, in order. */
    public List<E> take(long position, E event) {
        if (position > last) {
            held.put(position, event);
        }
        return turn();
    }

    /** Those whose turn it is now, in order. */
    public List<E> turn() {
        List<E> turn = new ArrayList<>();
        for (E next = held.remove(last + 1); next != null; next = held.remove(last + 1)) {
            turn.add(next);
            last++;
        }
        return turn;
    }

    /** The position up to which all have had their turn; 0 before any. */
    public long last() {
        return last;
    }

    /** Goes on after a position, whatever came before it. */
    public void goOnFrom(long position) {
        last = position;
    }

    /** Those that came before one that is still awaited, by position; to be stored, and put back from there. */
    public NavigableMap<Long, E> held() {
        return held;
    }
}
