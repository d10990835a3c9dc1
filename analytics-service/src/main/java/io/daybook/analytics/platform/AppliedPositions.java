package io.daybook.analytics.platform;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a topology's open tasks have come, per partition. A task reports an event after it is in the stores that are
 * queried, so what this says is never ahead of what a query sees.
 */
public final class AppliedPositions {

    private static final long NONE_YET = -1;

    private final String processor;
    private final Map<Integer, Applied> byPartition = new ConcurrentHashMap<>();

    private record Applied(long offset, long position) {}

    public AppliedPositions(String processor) {
        this.processor = processor;
    }

    /** The name under which the topology is shown. */
    public String processor() {
        return processor;
    }

    /** A task has its stores back, which hold everything up to a position; it has not consumed anything yet. */
    public void opened(int partition, long position) {
        byPartition.put(partition, new Applied(NONE_YET, position));
    }

    /** The event at an offset and position is in the stores, and everything before it in the partition. */
    public void applied(int partition, long offset, long position) {
        @Nullable Applied before = byPartition.get(partition);
        long highest = before == null ? position : Math.max(before.position, position);
        byPartition.put(partition, new Applied(offset, highest));
    }

    public void closed(int partition) {
        byPartition.remove(partition);
    }

    int openPartitions() {
        return byPartition.size();
    }

    /** The highest position applied in any partition, 0 where there is none. */
    long highestPosition() {
        return byPartition.values().stream().mapToLong(Applied::position).max().orElse(0);
    }

    /** The offset of the next event to apply, where the open task has applied any since it opened. */
    OptionalLong nextOffset(int partition) {
        Applied applied = byPartition.get(partition);
        return applied == null || applied.offset == NONE_YET
                ? OptionalLong.empty()
                : OptionalLong.of(applied.offset + 1);
    }
}
