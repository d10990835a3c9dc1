package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.LogOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of several partitions in the order of the log. A position that every partition has passed will not come
 * any more: it is lost.
 */
final class Sequence {

    private final LogOrder<SequencedEvent> order = new LogOrder<>();
    private final Map<Integer, Long> passed = new HashMap<>();

    /** An event has come: takes it, and gives all whose turn it is by now, after the last that were given. */
    List<SequencedEvent> take(SequencedEvent event, long last) {
        passed.merge(event.origin(), event.position(), Math::max);
        order.goOnFrom(last);
        return order.take(event.position(), event);
    }

    /** All whose turn it is after the last that were given. */
    List<SequencedEvent> next(long last) {
        order.goOnFrom(last);
        return order.turn();
    }

    /** The next position that there is, where those before it are lost; null where they may still come. */
    @Nullable Long afterLoss(long last, int origins) {
        if (held().isEmpty() || passed.size() < origins) {
            return null;
        }
        long next = held().firstKey();
        boolean isLost = next > last + 1 && passed.values().stream().allMatch(position -> position >= next - 1);
        return isLost ? next : null;
    }

    NavigableMap<Long, SequencedEvent> held() {
        return order.held();
    }

    Map<Integer, Long> passed() {
        return passed;
    }
}
