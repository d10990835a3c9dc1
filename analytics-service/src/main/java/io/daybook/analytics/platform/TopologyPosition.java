package io.daybook.analytics.platform;

import io.daybook.analytics.platform.AppliedPositions.Applied;
import io.daybook.analytics.platform.Positions.ProcessorPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How far a topology has come in all instances together. A lag of 0 means that every record there was before the call
 * is in the stores that queries read: the broker is asked for the ends of the topic first, and then the open tasks for
 * what they have applied.
 */
final class TopologyPosition {

    private static final String PATH = "/parts/positions/";

    private final StreamsRuntime runtime;
    private final SharedTopology shared;

    /** What one instance has applied. */
    record AppliedPart(Map<Integer, Applied> applied) implements Part {

        @Override
        public Set<Integer> partitions() {
            return applied.keySet();
        }
    }

    TopologyPosition(StreamsRuntime runtime, SharedTopology shared) {
        this.runtime = runtime;
        this.shared = shared;
    }

    String name() {
        return runtime.name();
    }

    AppliedPart part() {
        return new AppliedPart(runtime.applied().open());
    }

    ProcessorPosition now() {
        Map<Integer, Long> ends = runtime.endOffsets();
        // before the parts: a task that has applied nothing since it opened stands where its group had committed
        Map<Integer, Long> committed = everyTaskHasApplied() ? Map.of() : runtime.committedOffsets();
        Map<Integer, Applied> applied = new HashMap<>();
        List<AppliedPart> parts = shared.ask(this::part, PATH + name(), Map.of(), AppliedPart.class);
        parts.forEach(part -> applied.putAll(part.applied()));
        long lag = lag(ends, applied, committed);
        if (lag > 0 && committed.isEmpty()) {
            // in a topic that is written in transactions markers follow the last record, which no task ever applies
            lag = lag(ends, applied, runtime.committedOffsets());
        }
        long position =
                applied.values().stream().mapToLong(Applied::position).max().orElse(0);
        return new ProcessorPosition(name(), position, lag);
    }

    private boolean everyTaskHasApplied() {
        Map<Integer, Applied> open = runtime.applied().open();
        return open.size() == runtime.partitions()
                && open.values().stream().allMatch(one -> one.nextOffset().isPresent());
    }

    private static long lag(Map<Integer, Long> ends, Map<Integer, Applied> applied, Map<Integer, Long> committed) {
        return IntStream.range(0, ends.size())
                .mapToLong(partition ->
                        Math.max(0, ends.getOrDefault(partition, 0L) - next(partition, applied, committed)))
                .sum();
    }

    private static long next(int partition, Map<Integer, Applied> applied, Map<Integer, Long> committed) {
        Applied one = applied.get(partition);
        return one == null ? 0 : Math.max(one.nextOffset().orElse(0), committed.getOrDefault(partition, 0L));
    }
}
