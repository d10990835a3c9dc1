package io.daybook.analytics.platform;

import io.daybook.analytics.platform.Positions.ProcessorPosition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /positions}. A lag of 0 means that every event published before the request is in the figures that queries
 * read: the broker is asked for the ends of the log first, and then the open tasks for what they have applied. While
 * not every task is open the answer is 503, never a guess.
 */
@RestController
class PositionsController {

    private final StreamsRuntime runtime;
    private final EventTopic topic;
    private final AppliedPositions applied;
    private final String group;

    PositionsController(
            StreamsRuntime runtime, EventTopic topic, AppliedPositions applied, AnalyticsProperties properties) {
        this.runtime = runtime;
        this.topic = topic;
        this.applied = applied;
        this.group = StreamsSettings.applicationId(properties);
    }

    @GetMapping("/positions")
    Positions positions() {
        int partitions = runtime.partitions();
        Map<Integer, Long> ends = topic.endOffsets(partitions);
        Map<Integer, Long> committed = everyTaskHasApplied(partitions) ? Map.of() : topic.committedOffsets(group);
        runtime.require();
        long lag = IntStream.range(0, partitions)
                .mapToLong(partition -> Math.max(0, ends.getOrDefault(partition, 0L) - next(partition, committed)))
                .sum();
        long position = applied.highestPosition();
        return new Positions(position, List.of(new ProcessorPosition(applied.processor(), position, lag)));
    }

    /** A task that has applied nothing since it opened stands where its group committed. */
    private long next(int partition, Map<Integer, Long> committed) {
        return applied.nextOffset(partition).orElseGet(() -> committed.getOrDefault(partition, 0L));
    }

    private boolean everyTaskHasApplied(int partitions) {
        return IntStream.range(0, partitions)
                .allMatch(partition -> applied.nextOffset(partition).isPresent());
    }
}
