package io.daybook.analytics.platform.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.platform.courier.Answer.Refused;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The evidence: each errand that was refused, as it was, with the road it came by, the status and the problem. */
final class RefusedErrands implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    static final String ROAD = "road";
    static final String STATUS = "status";
    static final String PROBLEM = "problem";

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    /** The producer is opened with the first of them; where Kafka is away that throws {@link IllegalStateException}. */
    RefusedErrands(String topic, Supplier<Producer<byte[], byte[]>> producers) {
        this.topic = topic;
        this.producers = producers;
    }

    /** Returns when Kafka has it for good. */
    void keep(Road road, Errand errand, Refused refused) throws InterruptedException {
        Headers headers = errand.headers()
                .add(ROAD, road.name().getBytes(UTF_8))
                .add(STATUS, Integer.toString(refused.status()).getBytes(UTF_8))
                .add(PROBLEM, refused.problem().getBytes(UTF_8));
        try {
            producer()
                    .send(new ProducerRecord<>(
                            topic, null, null, errand.subject().getBytes(UTF_8), errand.body(), headers))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("A refused errand could not be kept", e.getCause());
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> opened = producer;
        if (opened == null) {
            opened = producers.get();
            producer = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
            producer = null;
        }
    }
}
