package io.daybook.analytics.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of several partitions back in the order of the log. Positions are dense, so the next one is known: what comes before its
 * turn is held, what comes twice is dropped. A position that every partition has passed will not come any more: it is lost.
 */
final class Sequence {

    private final NavigableMap<Long, SequencedEvent> held = new TreeMap<>();
    private final Map<Integer, Long> passed = new HashMap<>();

    /** An event has come: takes it, and gives all whose turn it is by now, after the last that were given. */
    List<SequencedEvent> take(SequencedEvent event, long last) {
        passed.merge(event.origin(), event.position(), Math::max);
        if (event.position() > last) {
            held.put(event.position(), event);
        }
        return next(last);
    }

    /** All whose turn it is after the last that were given. */
    List<SequencedEvent> next(long last) {
        List<SequencedEvent> turn = new ArrayList<>();
        long next = last + 1;
        for (SequencedEvent found = held.remove(next); found != null; found = held.remove(next)) {
            turn.add(found);
            next++;
        }
        return turn;
    }

    /** The next position that there is, where those before it are lost; null where they may still come. */
    @Nullable Long afterLoss(long last, int origins) {
        if (held.isEmpty() || passed.size() < origins) {
            return null;
        }
        long next = held.firstKey();
        boolean isLost = next > last + 1 && passed.values().stream().allMatch(position -> position >= next - 1);
        return isLost ? next : null;
    }

    NavigableMap<Long, SequencedEvent> held() {
        return held;
    }

    Map<Integer, Long> passed() {
        return passed;
    }
}
