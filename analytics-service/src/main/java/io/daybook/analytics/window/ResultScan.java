package io.daybook.analytics.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the partition of the results' topic from its beginning to its end, by a thread of its own for each question.
 */
final class ResultScan implements ToldResults {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final String topic;
    private final JsonMapper json = JsonMapper.builder().build();

    ResultScan(String bootstrapServers, String topic) {
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        this.topic = topic;
    }

    @Override
    public CompletableFuture<List<byte[]>> find(String window, int task, Map<String, Long> until) {
        CompletableFuture<List<byte[]>> found = new CompletableFuture<>();
        Thread.ofVirtual().name("results-of-" + window).start(() -> {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                found.complete(scan(consumer, window, task, until));
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        return found;
    }

    private List<byte[]> scan(Consumer<byte[], byte[]> consumer, String window, int task, Map<String, Long> until) {
        int partitions = consumer.partitionsFor(topic).size();
        TopicPartition partition = new TopicPartition(topic, task % partitions);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        Set<Bytes> standing = new LinkedHashSet<>();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> told : consumer.poll(POLL)) {
                Bytes key = Bytes.wrap(told.key());
                if (isOf(window, told, until)) {
                    standing.add(key);
                } else {
                    standing.remove(key);
                }
            }
        }
        List<byte[]> keys = new ArrayList<>();
        standing.forEach(key -> keys.add(key.get()));
        return keys;
    }

    private boolean isOf(String window, ConsumerRecord<byte[], byte[]> told, Map<String, Long> until) {
        if (told.value() == null || !startsWith(told.key(), window)) {
            return false;
        }
        JsonNode result = json.readTree(told.value());
        Long wished = until.get(result.path("key").asString(""));
        return wished != null && Instant.parse(result.path("start").asString()).toEpochMilli() <= wished;
    }

    /** Whether it is a key of the window: its name and a slash. */
    private static boolean startsWith(byte[] key, String window) {
        if (key.length <= window.length() || key[window.length()] != '/') {
            return false;
        }
        for (int index = 0; index < window.length(); index++) {
            if (key[index] != window.charAt(index)) {
                return false;
            }
        }
        return true;
    }
}
