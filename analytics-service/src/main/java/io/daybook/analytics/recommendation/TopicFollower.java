package io.daybook.analytics.recommendation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Feeds the index from every partition of both topics, from their beginning to their end and on, by one thread of its
 * own. After a failure of Kafka it goes on where it was. A topic that is not there yet is empty, and is looked for
 * again.
 */
final class TopicFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    /** Opens a consumer of no group. */
    interface Consumers {
        Consumer<byte[], byte[]> open();
    }

    /** What becomes of a record. */
    interface Sink {
        void apply(ConsumerRecord<byte[], byte[]> message);
    }

    private final List<String> topics;
    private final Consumers consumers;
    private final Sink sink;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private volatile @Nullable String obstacle = "The topics have not been read yet";
    private volatile List<TopicPartition> assigned = List.of();
    private volatile @Nullable Thread thread;

    TopicFollower(List<String> topics, Consumers consumers, Sink sink) {
        this.topics = List.copyOf(topics);
        this.consumers = consumers;
        this.sink = sink;
    }

    /** Why the index does not have all that was in the topics when this instance started; empty when it has. */
    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** The offsets that are applied next, by partition; 0 where nothing is yet. */
    Map<TopicPartition, Long> next() {
        return Map.copyOf(next);
    }

    /** The partitions that are read. */
    Set<TopicPartition> partitions() {
        return Set.copyOf(assigned);
    }

    @Override
    public void start() {
        Thread follower = new Thread(this::follow, "recommendation-index");
        thread = follower;
        follower.start();
    }

    @Override
    public void stop() {
        Thread follower = thread;
        thread = null;
        if (follower != null) {
            follower.interrupt();
            try {
                follower.join(END_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void follow() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer = consumers.open()) {
                read(consumer);
            } catch (InterruptException e) {
                LOG.debug("Told to end", e);
            } catch (KafkaException e) {
                LOG.warn("The topics cannot be read; tried again in a moment", e);
                rest();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        long looked = 0;
        while (isRunning()) {
            if (consumer.assignment().isEmpty() || (isIncomplete(consumer) && isOver(looked))) {
                assign(consumer, ends);
                looked = System.nanoTime();
            }
            if (consumer.assignment().isEmpty()) {
                rest();
            } else {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    sink.apply(message);
                    next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
                }
            }
            tellHowFar(consumer, ends);
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> partitions = new ArrayList<>();
        Map<String, List<PartitionInfo>> there = consumer.listTopics();
        for (String topic : topics) {
            there.getOrDefault(topic, List.of())
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        if (partitions.size() > consumer.assignment().size()) {
            consumer.assign(partitions);
            partitions.forEach(partition -> {
                Long known = next.get(partition);
                if (known == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, known);
                }
            });
            ends.putAll(consumer.endOffsets(partitions));
            assigned = List.copyOf(partitions);
        }
    }

    private void tellHowFar(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (obstacle == null) {
            return;
        }
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            behind += Math.max(0, end.getValue() - consumer.position(end.getKey()));
        }
        obstacle = behind == 0 ? null : "The index of recommendations lacks " + behind + " records";
    }

    private boolean isIncomplete(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                        .map(TopicPartition::topic)
                        .distinct()
                        .count()
                < topics.size();
    }

    private static boolean isOver(long since) {
        return System.nanoTime() - since > PAUSE.toNanos();
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
