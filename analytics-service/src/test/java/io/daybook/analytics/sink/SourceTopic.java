package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A topic on a real broker that a sink reads, and a look into those that one writes. */
final class SourceTopic implements AutoCloseable {

    static final int PARTITIONS = 3;
    static final Instant AT = Instant.parse("2026-11-14T09:15:00Z");

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private SourceTopic(String broker, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static SourceTopic create(String broker, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
            admin.createTopics(
                    List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"))));
            Awaitility.await("partitions of " + topic).ignoreExceptions().until(() -> {
                return admin.describeTopics(List.of(topic))
                                .allTopicNames()
                                .get()
                                .size()
                        == 1;
            });
        }
        return new SourceTopic(broker, topic);
    }

    /** Appends a record of a key. */
    void put(String key, String value) {
        Future<?> _ = producer.send(
                new ProducerRecord<>(topic, null, AT.toEpochMilli(), key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    /** Appends records with the numbers as ids. */
    void putNumbers(int from, int until) {
        IntStream.range(from, until)
                .forEach(number -> put("key" + number % 97, "{\"type\":\"Sold\",\"id\":" + number + "}"));
        producer.flush();
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    /** What who reads only committed records finds in a topic. */
    static List<ConsumerRecord<byte[], byte[]>> committed(String broker, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
