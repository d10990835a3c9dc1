package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.Observation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads a partition of the log and sends each fact to where its key is kept, with the partition, the offset and the
 * watermark that it had here. What a publisher repeats goes no further. Each time the watermark passes another step of
 * the window, every partition of keys is told.
 */
final class OriginProcessor implements Processor<byte[], byte[], byte[], Routed> {

    private static final byte[] PROGRESS = {'W'};
    private static final byte[] NO_KEY = {};

    private final long step;
    private final AppliedPositions applied;
    private final WindowDefinition window;
    private Progress progress = new Progress();
    private @Nullable ProcessorContext<byte[], Routed> context;
    private @Nullable PartitionIntake intake;

    OriginProcessor(WindowDefinition window, AppliedPositions applied) {
        this.step = window.kind().step().toMillis();
        this.applied = applied;
        this.window = window;
    }

    @Override
    public void init(ProcessorContext<byte[], Routed> opened) {
        progress = new Progress();
        StoredState.of(opened, WindowTopology.ORIGIN_STATE)
                .takeUp((_, stored) -> progress = Progress.of(stored), log -> log.put(PROGRESS, progress.bytes()));
        context = opened;
        intake = new PartitionIntake(window, opened);
        applied.opened(opened.taskId().partition(), 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], Routed> out = Objects.requireNonNull(context, "init comes first");
        LogPlace place = LogPlace.of(out);
        PartitionIntake reader = Objects.requireNonNull(intake);
        long position = reader.positionOf(record, place);
        if (position > progress.position()) {
            send(out, reader.read(record, place), place);
            progress.reach(position);
        }
        applied.applied(place.partition(), place.offset(), 0);
    }

    private void send(ProcessorContext<byte[], Routed> out, Reading reading, LogPlace place) {
        switch (reading) {
            case Reading.Nothing _ -> {}
            case Reading.Wish(String key, long until) ->
                out.forward(new Record<>(NO_KEY, new Routed.Wish(key, until), WindowTask.stamp(until)));
            case Reading.Facts(long at, String _, List<Reading.Fact> facts) -> {
                long watermark = reach(out, at, place.partition());
                for (Reading.Fact fact : facts) {
                    Observation<BigDecimal> event = new Observation<>(
                            fact.key(), at, fact.value(), place.partition(), place.offset(), watermark);
                    out.forward(new Record<>(
                            Routed.bytesOf(event.key()), new Routed.Fact(event), WindowTask.stamp(event.at())));
                }
            }
        }
    }

    /** Notes a time, tells everyone where a step is passed, and answers with how far the partition has come. */
    private long reach(ProcessorContext<byte[], Routed> out, long at, int partition) {
        long before = progress.watermarkOf(partition);
        long watermark = Math.max(at, before);
        progress.reach(partition, watermark);
        if (before == Lateness.NO_WATERMARK || Math.floorDiv(watermark, step) > Math.floorDiv(before, step)) {
            Routed mark = new Routed.Mark(partition, watermark);
            out.forward(new Record<>(NO_KEY, mark, WindowTask.stamp(watermark)));
        }
        return watermark;
    }

    @Override
    public void close() {
        if (context != null) {
            applied.closed(context.taskId().partition());
        }
    }
}
