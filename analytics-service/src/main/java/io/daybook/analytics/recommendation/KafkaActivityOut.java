package io.daybook.analytics.recommendation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.activity.Activity;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes activities to their topic, keyed and stamped as the contract says. */
final class KafkaActivityOut implements ActivityOut, AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final JsonMapper json = JsonMapper.builder().build();
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaActivityOut(String bootstrapServers, String topic) {
        this.topic = topic;
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG, 5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletableFuture<Void> write(Activity activity) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        byte[] value = json.writerFor(Activity.class).writeValueAsBytes(activity);
        Future<?> _ = producer.send(
                new ProducerRecord<>(
                        topic,
                        null,
                        activity.at().toEpochMilli(),
                        activity.key().getBytes(UTF_8),
                        value),
                (_, problem) -> {
                    if (problem == null) {
                        written.complete(null);
                    } else {
                        written.completeExceptionally(problem);
                    }
                });
        return written;
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
