package io.daybook.analytics.platform.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.platform.NotReady;
import io.daybook.analytics.platform.courier.ErrandsView.RefusedView;
import io.daybook.analytics.platform.courier.ErrandsView.RoadView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks Kafka, which knows of all instances. */
final class ErrandQueries {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final List<Road> roads;
    private final CourierGroups groups;
    private final String refusedTopic;
    private final RoadTopics topics;
    private final Admin admin;
    private final Supplier<Consumer<byte[], byte[]>> readers;

    ErrandQueries(
            List<Road> roads,
            CourierGroups groups,
            String refusedTopic,
            RoadTopics topics,
            Admin admin,
            Supplier<Consumer<byte[], byte[]>> readers) {
        this.roads = roads;
        this.groups = groups;
        this.refusedTopic = refusedTopic;
        this.topics = topics;
        this.admin = admin;
        this.readers = readers;
    }

    ErrandsView latest(int limit) {
        makeTopics();
        TopicPartition all = new TopicPartition(refusedTopic, 0);
        long refused = ends(List.of(all)).getOrDefault(all, 0L);
        return new ErrandsView(roads.stream().map(this::view).toList(), refused, refused(all, refused, limit));
    }

    /** So that what nobody wrote to yet is empty rather than unknown. */
    private void makeTopics() {
        try {
            topics.make(refusedTopic, 1);
            roads.forEach(topics::makeFor);
        } catch (IllegalStateException e) {
            throw new NotReady(String.valueOf(e.getMessage()), e);
        }
    }

    private RoadView view(Road road) {
        List<TopicPartition> partitions =
                answer(admin.describeTopics(List.of(road.topic())).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(road.topic(), partition.partition())))
                        .toList();
        String group = groups.of(road);
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        long waiting = ends(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - next(committed.get(end.getKey())))
                .sum();
        return new RoadView(road.name(), road.topic(), waiting);
    }

    private static long next(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return answer(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<RefusedView> refused(TopicPartition partition, long end, int limit) {
        List<RefusedView> found = new ArrayList<>();
        if (end == 0 || limit == 0) {
            return found;
        }
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            reader.assign(List.of(partition));
            reader.seek(partition, Math.max(0, end - limit));
            while (reader.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw new NotReady("Kafka does not give what is in " + refusedTopic + " in " + ANSWER_LIMIT);
                }
                reader.poll(POLL).forEach(one -> found.addFirst(view(one)));
            }
        }
        return found;
    }

    private static RefusedView view(ConsumerRecord<byte[], byte[]> found) {
        Errand errand = Errand.of(found.key(), found.value(), found.headers());
        return new RefusedView(
                Errand.text(found.headers(), RefusedErrands.ROAD),
                errand.subject(),
                errand.method(),
                errand.path(),
                new String(errand.body(), UTF_8),
                errand.key(),
                errand.causationId(),
                errand.correlationId(),
                Integer.parseInt(Errand.text(found.headers(), RefusedErrands.STATUS)),
                Errand.text(found.headers(), RefusedErrands.PROBLEM),
                Instant.ofEpochMilli(found.timestamp()));
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotReady("Kafka does not answer about errands: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new NotReady("Kafka does not answer about errands in " + ANSWER_LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted", e);
        }
    }
}
