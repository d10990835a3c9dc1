package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import io.daybook.analytics.monitoring.watch.kernel.Monitor.Raised;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.analytics.platform.WriteBehindStore;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Runs the {@link Monitor} of the one task. */
final class MonitoringProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** How often it is looked whether a heartbeat is due, until one is: the first is late by a sixth at most. */
    private static final int LOOKS = 6;

    private final MonitoringProperties properties;
    private final OpenMonitor open;
    private final AppliedPositions applied;
    private final AlertErrands errands = new AlertErrands();
    private @Nullable Task task;

    private record Task(
            ProcessorContext<byte[], byte[]> context, int partition, Monitor monitor, Heartbeats heartbeats) {}

    MonitoringProcessor(MonitoringProperties properties, OpenMonitor open, AppliedPositions applied) {
        this.properties = properties;
        this.open = open;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        WriteBehindStore<MonitorBook> store = context.getStateStore(MonitoringTopology.BOOK);
        Monitor monitor = store.content().monitor();
        monitor.opened();
        Heartbeats heartbeats = new Heartbeats(properties.heartbeat().toMillis(), context.currentSystemTimeMs());
        Task opened = new Task(context, context.taskId().partition(), monitor, heartbeats);
        task = opened;
        open.open(monitor);
        applied.opened(opened.partition, monitor.position());
        context.schedule(
                properties.heartbeat().dividedBy(LOOKS), PunctuationType.WALL_CLOCK_TIME, now -> beat(opened, now));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task running = Objects.requireNonNull(task, "init comes first");
        RecordMetadata metadata = running.context.recordMetadata().orElseThrow();
        for (Raised alert : running.monitor.take(read(record, metadata))) {
            long at = alert.alert().evidence().until().toEpochMilli();
            running.context.forward(errands.errand(alert).record(at), MonitoringTopology.ALERTS);
        }
        running.heartbeats.heard(running.context.currentSystemTimeMs());
        applied.applied(running.partition, metadata.offset(), running.monitor.position());
    }

    private static LogEvent read(Record<byte[], byte[]> record, RecordMetadata metadata) {
        try {
            return LogEvent.from(record.value());
        } catch (RuntimeException e) {
            throw new UnreadableRecord(metadata.topic(), metadata.partition(), metadata.offset(), null, e);
        }
    }

    private static void beat(Task running, long now) {
        running.heartbeats
                .due(running.monitor, now)
                .map(beat -> new Record<byte[], byte[]>(new byte[0], beat.bytes(), now))
                .ifPresent(beat -> running.context.forward(beat, MonitoringTopology.HEARTBEATS));
    }

    @Override
    public void close() {
        if (task != null) {
            open.close(task.monitor);
            applied.closed(task.partition);
        }
    }
}
