package io.daybook.analytics.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last ids that callers gave their activities, a fixed number of them: one that comes again among them is a repetition. The record
 * under whose offset an id was noted is never one, however often it is delivered. They are stored in blocks, so that many ids make few
 * stored values.
 */
final class SeenActivities {

    static final int BLOCK = 64;

    private final int most;
    private final int storedBlocks;
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
        this.most = most;
        this.storedBlocks = most / BLOCK + 2;
        this.slots = new Seen[storedBlocks * BLOCK];
        this.byId = HashMap.newHashMap(slots.length);
    }

    /** Whether an id was seen at an earlier offset; notes it where it was not seen among the last at all. */
    boolean isRepetition(String id, long offset) {
        Seen known = byId.get(id);
        if (known != null && known.number >= next - most) {
            return known.offset < offset;
        }
        put(new Seen(next, offset, id));
        return false;
    }

    /** Puts back a block that was stored; they may come in any order. */
    void restore(List<Seen> block) {
        block.forEach(this::put);
        drained = next;
    }

    /** Hands over each block that has a new id since the last time, under the slot where it is stored. */
    void drain(BlockReader reader) {
        long last = Math.floorDiv(next - 1, BLOCK);
        for (long block = Math.max(drained / BLOCK, last - storedBlocks + 1);
                drained < next && block <= last;
                block++) {
            reader.accept((int) (block % storedBlocks), block(block));
        }
        drained = next;
    }

    /** What reads the blocks that were written. */
    @FunctionalInterface
    interface BlockReader {
        void accept(int slot, List<Seen> block);
    }

    /** All ids of a block, which are kept for as long as it is stored: what is stored follows from the ids alone. */
    private List<Seen> block(long block) {
        List<Seen> ids = new ArrayList<>(BLOCK);
        for (long number = block * BLOCK; number < Math.min(next, (block + 1) * BLOCK); number++) {
            Seen seen = slots[slot(number)];
            if (seen != null) {
                ids.add(seen);
            }
        }
        return ids;
    }

    private void put(Seen seen) {
        int slot = slot(seen.number);
        Seen before = slots[slot];
        if (before != null && before.number > seen.number) {
            return;
        }
        if (before != null) {
            Seen same = byId.get(before.id);
            if (same != null && same.number == before.number) {
                byId.remove(before.id);
            }
        }
        slots[slot] = seen;
        byId.merge(seen.id, seen, (one, other) -> one.number > other.number ? one : other);
        next = Math.max(next, seen.number + 1);
    }

    private int slot(long number) {
        return (int) (number % slots.length);
    }
}
