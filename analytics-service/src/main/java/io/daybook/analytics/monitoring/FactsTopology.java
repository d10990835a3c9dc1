package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all events together, as far as monitoring looks at them.
 *
 * <pre>
 *   daybook.events (by aggregate) ──source──► what counts, with its position ──sink──► daybook.events.facts (one partition)
 * </pre>
 *
 * <p><b>Ordering.</b> As the partitions happen to be read; who reads the facts puts them into the order of their
 * positions. An event whose payload cannot be read counts for nothing, and its position is told all the same: watching
 * goes on.
 */
final class FactsTopology {

    static final String NAME = "monitoring-facts";

    private static final String FACTS = "facts";

    private final String topic;
    private final String factsTopic;
    private final AppliedPositions applied;

    FactsTopology(String topic, String factsTopic, AppliedPositions applied) {
        this.topic = topic;
        this.factsTopic = factsTopic;
        this.applied = applied;
    }

    Topology build() {
        return new Topology()
                .addSource("events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor(NAME, () -> new Taking(applied), "events")
                .addSink(FACTS, factsTopic, new ByteArraySerializer(), new ByteArraySerializer(), NAME);
    }

    private static final class Taking implements Processor<byte[], byte[], byte[], byte[]> {

        private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

        private final LogEventReader reader = new LogEventReader();
        private final AppliedPositions applied;
        private @Nullable ProcessorContext<byte[], byte[]> context;

        private Taking(AppliedPositions applied) {
            this.applied = applied;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> opened) {
            context = opened;
            applied.opened(opened.taskId().partition(), 0);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            ProcessorContext<byte[], byte[]> running = Objects.requireNonNull(context, "init comes first");
            RecordMetadata metadata = running.recordMetadata().orElseThrow();
            long position = positionOf(record, metadata);
            running.forward(new Record<>(new byte[0], factOf(record, position).bytes(), record.timestamp()));
            applied.applied(metadata.partition(), metadata.offset(), position);
        }

        private long positionOf(Record<byte[], byte[]> record, RecordMetadata metadata) {
            try {
                return reader.positionOf(record.headers());
            } catch (RuntimeException e) {
                throw new UnreadableRecord(metadata.topic(), metadata.partition(), metadata.offset(), null, e);
            }
        }

        private LogEvent factOf(Record<byte[], byte[]> record, long position) {
            try {
                return reader.read(record.key(), record.headers(), record.value());
            } catch (RuntimeException e) {
                LOG.warn("The event at position {} cannot be read and is not watched", position, e);
                return LogEvent.other(position);
            }
        }

        @Override
        public void close() {
            if (context != null) {
                applied.closed(context.taskId().partition());
            }
        }
    }
}
