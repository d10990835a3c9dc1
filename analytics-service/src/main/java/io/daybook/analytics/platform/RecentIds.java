package io.daybook.analytics.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The last ids that callers gave the records of a partition, a fixed number of them: one that comes again among them is
 * a repetition. The record under whose offset an id was noted is never one, however often it is delivered. They are
 * stored in blocks, so that many ids make few stored values; what is stored follows from the ids alone.
 *
 * <pre>
 * slot → (number | offset | length | id)*     four bytes; eight, eight, two bytes and UTF-8; big-endian
 * </pre>
 */
public final class RecentIds implements WrittenBehind {

    private static final int BLOCK = 64;
    private static final int HEADER = 2 * Long.BYTES + Short.BYTES;

    private final int most;
    private final int storedBlocks;
    private final @Nullable Seen[] slots;
    private final Map<String, Seen> byId;
    private long next;
    private long drained;

    /** An id as it was first seen: as the how manieth of the partition, from 0, and at which offset. */
    private record Seen(long number, long offset, String id) {}

    public RecentIds(int most) {
        this.most = most;
        this.storedBlocks = most / BLOCK + 2;
        this.slots = new Seen[storedBlocks * BLOCK];
        this.byId = HashMap.newHashMap(slots.length);
    }

    /** Whether an id was seen at an earlier offset; notes it where it was not seen among the last at all. */
    public boolean isRepetition(String id, long offset) {
        Seen known = byId.get(id);
        if (known != null && known.number >= next - most) {
            return known.offset < offset;
        }
        put(new Seen(next, offset, id));
        return false;
    }

    /** Blocks may come in any order. */
    @Override
    public void restore(byte[] slot, byte @Nullable [] block) {
        ByteBuffer buffer = ByteBuffer.wrap(block == null ? new byte[0] : block);
        while (buffer.hasRemaining()) {
            long number = buffer.getLong();
            long offset = buffer.getLong();
            byte[] id = new byte[buffer.getShort()];
            buffer.get(id);
            put(new Seen(number, offset, new String(id, UTF_8)));
        }
        drained = next;
    }

    @Override
    public void drain(BiConsumer<byte[], byte @Nullable []> writer) {
        long last = Math.floorDiv(next - 1, BLOCK);
        for (long block = Math.max(drained / BLOCK, last - storedBlocks + 1);
                drained < next && block <= last;
                block++) {
            byte[] slot = ByteBuffer.allocate(Integer.BYTES)
                    .putInt((int) (block % storedBlocks))
                    .array();
            writer.accept(slot, block(block));
        }
        drained = next;
    }

    private byte[] block(long block) {
        List<Seen> seen = new ArrayList<>(BLOCK);
        List<byte[]> ids = new ArrayList<>(BLOCK);
        int length = 0;
        for (long number = block * BLOCK; number < Math.min(next, (block + 1) * BLOCK); number++) {
            Seen one = slots[slot(number)];
            if (one != null) {
                byte[] id = one.id.getBytes(UTF_8);
                seen.add(one);
                ids.add(id);
                length += HEADER + id.length;
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (int index = 0; index < seen.size(); index++) {
            byte[] id = ids.get(index);
            buffer.putLong(seen.get(index).number)
                    .putLong(seen.get(index).offset)
                    .putShort((short) id.length)
                    .put(id);
        }
        return buffer.array();
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
