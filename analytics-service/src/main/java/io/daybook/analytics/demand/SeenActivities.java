package io.daybook.analytics.demand;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last ids that callers gave their activities, a fixed number of them: one that comes again among them is a repetition. The record
 * under whose offset an id was noted is never one, however often it is delivered.
 */
final class SeenActivities {

    private final @Nullable Seen[] slots;
    private final Map<String, Seen> byId;
    private long next;
    private long drained;

    /**
     * An id as it was first seen.
     *
     * @param number the how manieth id of the partition it is, from 0
     */
    record Seen(long number, long offset, String id) {}

    SeenActivities(int most) {
        this.slots = new Seen[most];
        this.byId = HashMap.newHashMap(most);
    }

    /** Whether an id was seen at an earlier offset; notes it where it was not seen at all. */
    boolean isRepetition(String id, long offset) {
        Seen known = byId.get(id);
        if (known != null) {
            return known.offset < offset;
        }
        put(new Seen(next, offset, id));
        return false;
    }

    /** Puts back an id that was stored; they may come in any order. */
    void restore(Seen seen) {
        put(seen);
        drained = next;
    }

    /** Hands over what was noted since the last time and is not forgotten again. */
    void drain(Reader reader) {
        for (long number = Math.max(drained, next - slots.length); number < next; number++) {
            int slot = slot(number);
            Seen seen = slots[slot];
            if (seen != null) {
                reader.accept(slot, seen);
            }
        }
        drained = next;
    }

    /** What reads the slots that were written. */
    @FunctionalInterface
    interface Reader {
        void accept(int slot, Seen seen);
    }

    private void put(Seen seen) {
        int slot = slot(seen.number);
        Seen before = slots[slot];
        if (before != null) {
            byId.remove(before.id, before);
        }
        slots[slot] = seen;
        byId.put(seen.id, seen);
        next = Math.max(next, seen.number + 1);
    }

    private int slot(long number) {
        return (int) (number % slots.length);
    }
}
