package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps windows by the key that the records of a partition have anyway: everything it tells follows from that
 * partition.
 */
final class DirectProcessor implements Processor<byte[], byte[], byte[], Row> {

    private final WindowDefinition window;
    private final OpenWindows open;
    private final AppliedPositions applied;
    private final ToldResults told;
    private @Nullable ProcessorContext<byte[], Row> context;
    private @Nullable WindowTask task;
    private @Nullable PartitionIntake intake;

    DirectProcessor(WindowDefinition window, OpenWindows open, AppliedPositions applied, ToldResults told) {
        this.window = window;
        this.open = open;
        this.applied = applied;
        this.told = told;
    }

    @Override
    public void init(ProcessorContext<byte[], Row> opened) {
        int partition = opened.taskId().partition();
        WindowTask started = new WindowTask(window, opened, StoredState.of(opened, WindowTopology.STATE), 1, told);
        context = opened;
        intake = new PartitionIntake(window, opened);
        task = started;
        open.open(partition, started);
        applied.opened(partition, 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        WindowTask running = Objects.requireNonNull(task, "init comes first");
        LogPlace place = LogPlace.of(Objects.requireNonNull(context));
        PartitionIntake reader = Objects.requireNonNull(intake);
        long position = reader.positionOf(record, place);
        if (!running.has(position)) {
            apply(running, reader.read(record, place), place);
            running.applied(position);
        }
        applied.applied(place.partition(), place.offset(), 0);
    }

    private static void apply(WindowTask running, Reading reading, LogPlace place) {
        switch (reading) {
            case Reading.Nothing _ -> {}
            case Reading.Wish(String key, long until) -> running.forget(key, until);
            case Reading.Facts facts -> running.take(facts, place.partition(), place.offset());
        }
    }

    @Override
    public void close() {
        if (task != null) {
            int partition = Objects.requireNonNull(context).taskId().partition();
            open.close(partition, task);
            applied.closed(partition);
        }
    }
}
