package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.api.customer.event.CustomerErased;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Tells the activity topic of each customer who is erased.
 *
 * <pre>
 *   daybook.events ──source──► erasures: CustomerErased ──forgetting──► daybook.activity: CustomerForgotten, SessionForgotten
 * </pre>
 *
 * <p><b>Ordering.</b> None is needed: a wish to be forgotten names the time up to which it goes. It is written before
 * its event is passed, perhaps twice, which changes nothing; so nothing is kept and no transaction is needed.
 */
final class ErasureTopology {

    static final String NAME = "erasures";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String topic;
    private final RecommendationReadiness readiness;
    private final Forgetting forgetting;
    private final AppliedPositions applied;

    ErasureTopology(String topic, RecommendationReadiness readiness, Forgetting forgetting, AppliedPositions applied) {
        this.topic = topic;
        this.readiness = readiness;
        this.forgetting = forgetting;
        this.applied = applied;
    }

    Topology build() {
        return new Topology()
                .addSource("events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic)
                .addProcessor(NAME, () -> new Telling(this::forget, applied), "events");
    }

    /** Not before the index knows who is behind which visit. */
    private void forget(CustomerErased erased) {
        readiness.await(PATIENCE);
        forgetting.customer(erased.customerId(), erased.erasedAt());
    }

    private static final class Telling implements Processor<byte[], byte[], Void, Void> {

        private final RecordReader reader = new RecordReader();
        private final Consumer<CustomerErased> forgetting;
        private final AppliedPositions applied;
        private @Nullable ProcessorContext<Void, Void> context;

        private Telling(Consumer<CustomerErased> forgetting, AppliedPositions applied) {
            this.forgetting = forgetting;
            this.applied = applied;
        }

        @Override
        public void init(ProcessorContext<Void, Void> opened) {
            context = opened;
            applied.opened(opened.taskId().partition(), 0);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            RecordMetadata place = Objects.requireNonNull(context, "init comes first")
                    .recordMetadata()
                    .orElseThrow();
            erasure(record, place).ifPresent(forgetting);
            applied.applied(place.partition(), place.offset(), 0);
        }

        private Optional<CustomerErased> erasure(Record<byte[], byte[]> record, RecordMetadata place) {
            try {
                return reader.event(CustomerErased.class, record.headers(), record.value());
            } catch (JacksonException | IllegalArgumentException e) {
                throw new UnreadableRecord(place.topic(), place.partition(), place.offset(), null, e);
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
