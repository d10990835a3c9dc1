package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.window.kernel.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps windows by the key that the records of a partition have anyway: everything it tells follows from that partition. */
final class DirectProcessor implements Processor<byte[], byte[], byte[], Row> {

    private final WindowDefinition window;
    private final OpenWindows open;
    private final AppliedPositions applied;
    private final FactReader reader;
    private @Nullable ProcessorContext<byte[], Row> context;
    private @Nullable WindowTask task;

    DirectProcessor(WindowDefinition window, OpenWindows open, AppliedPositions applied) {
        this.window = window;
        this.open = open;
        this.applied = applied;
        this.reader = FactReader.of(window);
    }

    @Override
    public void init(ProcessorContext<byte[], Row> opened) {
        int partition = opened.taskId().partition();
        WindowTask started = new WindowTask(window, opened, StoredState.of(opened, WindowTopology.STATE), 1);
        context = opened;
        task = started;
        open.open(partition, started);
        applied.opened(partition, 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        WindowTask running = Objects.requireNonNull(task, "init comes first");
        LogPlace place = LogPlace.of(Objects.requireNonNull(context));
        long position = place.read(() -> reader.positionOf(record, place.offset()));
        if (!running.has(position)) {
            apply(running, record, place);
            running.applied(position);
        }
        applied.applied(place.partition(), place.offset(), 0);
    }

    private void apply(WindowTask running, Record<byte[], byte[]> record, LogPlace place) {
        List<FactOf> facts = new ArrayList<>(1);
        long at = place.read(() -> reader.read(record, (key, value) -> facts.add(new FactOf(key, value))));
        if (at == FactReader.NO_TIME) {
            return;
        }
        long watermark = Math.max(at, running.watermarkOf(place.partition()));
        for (FactOf fact : facts) {
            running.observe(
                    new Observation<>(fact.key(), at, fact.value(), place.partition(), place.offset(), watermark));
        }
        running.advance(place.partition(), watermark);
    }

    private record FactOf(String key, BigDecimal value) {}

    @Override
    public void close() {
        if (task != null) {
            int partition = Objects.requireNonNull(context).taskId().partition();
            open.close(partition, task);
            applied.closed(partition);
        }
    }
}
