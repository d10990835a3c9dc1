package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.RunningService;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Activities on a real broker, written as the intake writes them. */
final class ActivityLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** The log beside an event log that has been created. */
    ActivityLog(String bootstrapServers, String eventTopic) {
        this.topic = RunningService.activityTopic(eventTopic);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 2, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static ProductViewed view(@Nullable String id, String session, @Nullable String country, Instant at, String sku) {
        return new ProductViewed(id, session, null, country, at, sku);
    }

    static AddedToCart addition(String session, @Nullable String country, Instant at, String sku) {
        return new AddedToCart(null, session, null, country, at, sku, 3);
    }

    void publish(Activity activity) {
        send(activity.key(), JSON.writerFor(Activity.class).writeValueAsBytes(activity), activity.at());
    }

    void publish(String key, String value, Instant at) {
        send(key, value.getBytes(UTF_8), at);
    }

    void flush() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("An activity was not published", problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(String key, byte[] value, Instant at) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, at.toEpochMilli(), key.getBytes(UTF_8), value);
        Future<?> _ = producer.send(record, (sent, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }
}
