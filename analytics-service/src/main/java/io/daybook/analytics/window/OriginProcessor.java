package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads a partition of the log and sends each fact to where its key is kept, with the partition, the offset and the watermark
 * that it had here. What a publisher repeats goes no further. Each time the watermark passes another step of the window, every
 * partition of keys is told.
 */
final class OriginProcessor implements Processor<byte[], byte[], byte[], Routed> {

    private static final byte[] PROGRESS = {'W'};
    private static final byte[] NO_KEY = {};

    private final long step;
    private final AppliedPositions applied;
    private final FactReader reader;
    private Progress progress = new Progress();
    private @Nullable ProcessorContext<byte[], Routed> context;

    OriginProcessor(WindowDefinition window, AppliedPositions applied) {
        this.step = window.kind().step().toMillis();
        this.applied = applied;
        this.reader = FactReader.of(window);
    }

    @Override
    public void init(ProcessorContext<byte[], Routed> opened) {
        progress = new Progress();
        StoredState.of(opened, WindowTopology.ORIGIN_STATE)
                .takeUp((_, stored) -> progress = Progress.of(stored), log -> log.put(PROGRESS, progress.bytes()));
        context = opened;
        applied.opened(opened.taskId().partition(), 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], Routed> out = Objects.requireNonNull(context, "init comes first");
        LogPlace place = LogPlace.of(out);
        long position = place.read(() -> reader.positionOf(record, place.offset()));
        if (position > progress.position()) {
            List<Observation<BigDecimal>> found = read(record, place);
            found.forEach(event -> out.forward(
                    new Record<>(Routed.bytesOf(event.key()), new Routed.Fact(event), WindowTask.stamp(event.at()))));
            progress.reach(position);
        }
        applied.applied(place.partition(), place.offset(), 0);
    }

    private List<Observation<BigDecimal>> read(Record<byte[], byte[]> record, LogPlace place) {
        record FactOf(String key, BigDecimal value) {}
        List<FactOf> facts = new ArrayList<>();
        long at = place.read(() -> reader.read(record, (key, value) -> facts.add(new FactOf(key, value))));
        if (at == FactReader.NO_TIME) {
            return List.of();
        }
        long before = progress.watermarkOf(place.partition());
        long watermark = Math.max(at, before);
        progress.reach(place.partition(), watermark);
        if (before == Lateness.NO_WATERMARK || Math.floorDiv(watermark, step) > Math.floorDiv(before, step)) {
            Routed mark = new Routed.Mark(place.partition(), watermark);
            Objects.requireNonNull(context).forward(new Record<>(NO_KEY, mark, WindowTask.stamp(watermark)));
        }
        return facts.stream()
                .map(fact ->
                        new Observation<>(fact.key(), at, fact.value(), place.partition(), place.offset(), watermark))
                .toList();
    }

    @Override
    public void close() {
        if (context != null) {
            applied.closed(context.taskId().partition());
        }
    }
}
