package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.WriteBehindStore;
import io.daybook.api.activity.ProductViewed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells monitoring how many visits looked at something, for conversion.
 *
 * <pre>
 *   daybook.activity (by session) ──source──► visits by minute ──sink──► daybook.events.facts (one partition)
 * </pre>
 *
 * <p><b>Ordering.</b> Of one partition each. Activities have no position, so a minute of visits counts where it comes
 * among the facts; where that is after the minute has closed, in the earliest that is open.
 */
final class VisitsTopology {

    static final String NAME = "monitoring-visits";

    private static final String BOOK = "monitoring-visits-book";

    private final MonitoringProperties properties;
    private final AppliedPositions applied;

    VisitsTopology(MonitoringProperties properties, AppliedPositions applied) {
        this.properties = properties;
        this.applied = applied;
    }

    Topology build() {
        return new Topology()
                .addSource(
                        "activity",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        properties.activityTopic())
                .addProcessor(NAME, () -> new Counting(applied), "activity")
                .addStateStore(WriteBehindStore.builder(BOOK, VisitsBook::new), NAME)
                .addSink("facts", properties.factsTopic(), new ByteArraySerializer(), new ByteArraySerializer(), NAME);
    }

    private static final class Counting implements Processor<byte[], byte[], byte[], byte[]> {

        private static final String VIEWED = ProductViewed.class.getSimpleName();

        private final JsonMapper json = JsonMapper.builder().build();
        private final AppliedPositions applied;
        private @Nullable Task task;

        private record Task(ProcessorContext<byte[], byte[]> context, VisitsBook book) {}

        private Counting(AppliedPositions applied) {
            this.applied = applied;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            WriteBehindStore<VisitsBook> store = context.getStateStore(BOOK);
            task = new Task(context, store.content());
            applied.opened(context.taskId().partition(), 0);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            Task running = Objects.requireNonNull(task, "init comes first");
            for (LogEvent closed : looked(running.book, record)) {
                running.context.forward(new Record<>(new byte[0], closed.bytes(), record.timestamp()));
            }
            RecordMetadata metadata = running.context.recordMetadata().orElseThrow();
            applied.applied(metadata.partition(), metadata.offset(), 0);
        }

        /** What is no view, or cannot be read, is no visit. */
        private List<LogEvent> looked(VisitsBook book, Record<byte[], byte[]> record) {
            if (record.key() == null || record.value() == null) {
                return List.of();
            }
            try (JsonParser parser = json.createParser(record.value())) {
                Instant at = viewedAt(parser);
                return at == null ? List.of() : book.looked(new String(record.key(), UTF_8), at.toEpochMilli());
            } catch (JacksonException | DateTimeException _) {
                return List.of();
            }
        }

        /**
         * When something was viewed; null where the activity is another. The type stands first in what this service
         * writes.
         */
        private static @Nullable Instant viewedAt(JsonParser parser) {
            boolean isView = false;
            Instant at = null;
            parser.nextToken();
            for (String field = parser.nextName();
                    field != null && !(isView && at != null);
                    field = parser.nextName()) {
                parser.nextToken();
                switch (field) {
                    case "type" -> {
                        isView = VIEWED.equals(parser.getString());
                        if (!isView) {
                            return null;
                        }
                    }
                    case "at" -> at = Instant.parse(parser.getString());
                    default -> parser.skipChildren();
                }
            }
            return isView ? at : null;
        }

        @Override
        public void close() {
            if (task != null) {
                applied.closed(task.context.taskId().partition());
            }
        }
    }
}
