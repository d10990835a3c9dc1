package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.RunningService;
import io.daybook.api.order.event.OrderEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An event log on a real broker, written as the command service writes it. */
final class EventLog implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong position = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private EventLog(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 2, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates the topic, and the one for activities beside it. */
    static EventLog create(String bootstrapServers, String topic) {
        create(bootstrapServers, List.of(topic, RunningService.activityTopic(topic)));
        return new EventLog(bootstrapServers, topic);
    }

    private static void create(String bootstrapServers, List<String> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(topics.stream()
                    // Kafka forgets by the time of a record, which is business time in 2011
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList());
            Map<TopicPartition, OffsetSpec> ends = topics.stream()
                    .flatMap(topic ->
                            IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Awaitility.await("partitions of " + topics)
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.listOffsets(ends).all().get().size() == ends.size());
        }
    }

    /** Appends an event at the next position and returns that. */
    long publish(OrderEvent event) {
        long next = position.incrementAndGet();
        publishAgain(event, next);
        return next;
    }

    /** Appends an event at a position that it has already. */
    void publishAgain(OrderEvent event, long at) {
        send(EventRecords.key(event), EventRecords.payload(event), EventRecords.headers(event, at));
    }

    /** Appends a record of any type and payload. */
    long publish(String type, String subject, String payload) {
        long next = position.incrementAndGet();
        send(subject.getBytes(UTF_8), payload.getBytes(UTF_8), EventRecords.headers(type, subject, next));
        return next;
    }

    long lastPosition() {
        return position.get();
    }

    void flush() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("An event was not published", problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(byte[] key, byte[] payload, Headers headers) {
        Future<?> _ = producer.send(new ProducerRecord<>(topic, null, null, key, payload, headers), (sent, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }
}
