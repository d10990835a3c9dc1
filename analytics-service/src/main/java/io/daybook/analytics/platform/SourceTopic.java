package io.daybook.analytics.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** A topic as the broker sees it. Each question takes seconds at most, else it is {@link NotReady}. */
final class SourceTopic {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Admin admin;
    private final String topic;

    SourceTopic(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** The number of its partitions, all of which have a leader; {@link NotReady} while there is no such topic. */
    int partitions() {
        TopicDescription described = Objects.requireNonNull(
                answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        int partitions = described.partitions().size();
        endOffsets(partitions);
        return partitions;
    }

    /** The offset after the last record of each partition. */
    Map<Integer, Long> endOffsets(int partitions) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition(topic, number), number -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest).all())
                .forEach((partition, found) -> ends.put(partition.partition(), found.offset()));
        return ends;
    }

    /** The offset that a group has committed, for each partition that has one. */
    Map<Integer, Long> committedOffsets(String group) {
        Map<Integer, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> found =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        found.forEach((partition, offset) -> {
            if (partition.topic().equals(topic)) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    private <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotReady("Kafka does not answer about topic " + topic + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new NotReady("Kafka does not answer about topic " + topic + " in " + ANSWER_LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted", e);
        }
    }
}
