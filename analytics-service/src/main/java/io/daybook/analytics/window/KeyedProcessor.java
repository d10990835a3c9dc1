package io.daybook.analytics.window;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps windows by key out of what all partitions of the log have sent for it. */
final class KeyedProcessor implements Processor<byte[], Routed, byte[], Row> {

    private final WindowDefinition window;
    private final OpenWindows open;
    private final int partitions;
    private final ToldResults told;
    private @Nullable WindowTask task;
    private int partition;

    KeyedProcessor(WindowDefinition window, OpenWindows open, int partitions, ToldResults told) {
        this.window = window;
        this.open = open;
        this.partitions = partitions;
        this.told = told;
    }

    @Override
    public void init(ProcessorContext<byte[], Row> context) {
        partition = context.taskId().partition();
        task = new WindowTask(window, context, StoredState.of(context, WindowTopology.STATE), partitions, told);
        open.open(partition, task);
    }

    @Override
    public void process(Record<byte[], Routed> record) {
        WindowTask running = Objects.requireNonNull(task, "init comes first");
        switch (record.value()) {
            case Routed.Fact(var event) -> running.observe(event);
            case Routed.Wish(String key, long until) -> running.forget(key, until);
            case Routed.Mark(int origin, long watermark) -> running.advance(origin, watermark);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            open.close(partition, task);
        }
    }
}
