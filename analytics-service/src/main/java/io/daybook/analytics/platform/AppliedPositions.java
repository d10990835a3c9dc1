package io.daybook.analytics.platform;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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

    /**
     * How far a partition has come.
     *
     * @param offset of the last record applied since the task opened, or -1
     * @param position the highest there is in the stores
     */
    record Applied(long offset, long position) {

        OptionalLong nextOffset() {
            return offset == NONE_YET ? OptionalLong.empty() : OptionalLong.of(offset + 1);
        }
    }

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

    Set<Integer> openPartitions() {
        return open().keySet();
    }

    /** Those of every open partition. */
    Map<Integer, Applied> open() {
        return Map.copyOf(byPartition);
    }
}
