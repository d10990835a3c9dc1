package io.daybook.analytics.monitoring.watch.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts events back into the order of their positions, in whatever order the partitions of the log were read: positions are
 * dense, so it is known which one is next. What comes again is passed over.
 */
public final class PositionOrder {

    private final TreeMap<Long, LogEvent> early = new TreeMap<>();
    private long last;

    /** Those that it is the turn of now. */
    public List<LogEvent> accept(LogEvent event) {
        if (event.position() <= last) {
            return List.of();
        }
        early.put(event.position(), event);
        List<LogEvent> next = new ArrayList<>();
        while (!early.isEmpty() && early.firstKey() == last + 1) {
            next.add(early.pollFirstEntry().getValue());
            last++;
        }
        return next;
    }

    /** The position up to which all events have come. */
    public long last() {
        return last;
    }

    /** Events that came before one that is still awaited, by position. */
    SortedMap<Long, LogEvent> early() {
        return early;
    }

    void goOnFrom(long position) {
        last = position;
    }
}
