package io.daybook.e2e;

import io.daybook.testing.PlaintextSearch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic, those of the broker itself and of state stores among them, unpacked. */
final class AllTopics {

    private final String bootstrapServers;

    AllTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * What a search came to.
     *
     * @param findings the topics in which a word is, in key, value or header
     */
    record Searched(int topics, long records, Set<String> findings) {}

    Searched search(PlaintextSearch search) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> findings = new TreeSet<>();
            long records = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    records++;
                    if (isIn(each, search)) {
                        findings.add(each.topic());
                    }
                }
            }
            long topics =
                    partitions.stream().map(TopicPartition::topic).distinct().count();
            return new Searched((int) topics, records, findings);
        }
    }

    private static boolean isIn(ConsumerRecord<byte[], byte[]> published, PlaintextSearch search) {
        return found(published.key(), search)
                || found(published.value(), search)
                || Arrays.stream(published.headers().toArray())
                        .anyMatch(header -> found(header.value(), search)
                                || search.isIn(header.key().getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean found(byte[] bytes, PlaintextSearch search) {
        return bytes != null && search.isIn(bytes);
    }
}
