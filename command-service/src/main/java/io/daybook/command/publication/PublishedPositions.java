package io.daybook.command.publication;

import io.daybook.api.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The last position that each partition of the topic holds, read from Kafka itself. */
@Component
final class PublishedPositions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> consumers;

    PublishedPositions(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** For each partition its last position, 0 where it is empty. */
    long[] byPartition(String topic) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
            long[] positions = new long[partitions.size()];
            for (TopicPartition partition : partitions) {
                long next = Objects.requireNonNull(end.get(partition));
                if (next > Objects.requireNonNull(first.get(partition))) {
                    positions[partition.partition()] = positionAt(consumer, partition, next - 1);
                }
            }
            return positions;
        }
    }

    private static long positionAt(Consumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        List<ConsumerRecord<String, byte[]>> records = consumer.poll(PATIENCE).records(partition);
        if (records.isEmpty()) {
            throw new IllegalStateException("Kafka did not give the last record of " + partition + " in time");
        }
        byte[] header =
                records.getLast().headers().lastHeader(EventHeaders.POSITION).value();
        return Long.parseLong(new String(header, StandardCharsets.UTF_8));
    }
}
