package io.daybook.e2e;

import io.daybook.api.EventHeaders;
import io.daybook.api.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of events, read directly. */
public final class EventTopic {

    private static final int FETCH = 5_000;

    private final Map<Integer, Long> last = new HashMap<>();
    private final BitSet positions = new BitSet();
    private int repeated;

    private EventTopic() {}

    /**
     * What the topic has now; fails where a reader that drops what it has seen does not get a partition in the order of
     * positions.
     */
    public static EventTopic read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                FETCH);
        EventTopic topic = new EventTopic();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(topic::add);
            }
        }
        return topic;
    }

    /** The positions of the events in it. */
    public BitSet positions() {
        return positions;
    }

    /** How many records repeat an event. */
    public int repeated() {
        return repeated;
    }

    private void add(ConsumerRecord<byte[], byte[]> published) {
        int position = Integer.parseInt(
                new String(published.headers().lastHeader(EventHeaders.POSITION).value(), StandardCharsets.UTF_8));
        long before = last.getOrDefault(published.partition(), 0L);
        if (position <= before && !positions.get(position)) {
            throw new AssertionError(
                    "event %d comes after event %d in partition %d".formatted(position, before, published.partition()));
        }
        if (positions.get(position)) {
            repeated++;
        }
        last.merge(published.partition(), (long) position, Math::max);
        positions.set(position);
    }
}
