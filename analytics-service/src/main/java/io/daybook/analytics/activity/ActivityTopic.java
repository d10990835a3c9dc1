package io.daybook.analytics.activity;

import io.daybook.analytics.platform.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sees to it that there is a topic of activities, as soon as Kafka answers. One that is there stays as it is. */
final class ActivityTopic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityTopic.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ActivityProperties properties;
    private final Admin admin;
    private volatile String obstacle = "Kafka has not answered yet";
    private volatile boolean ready;
    private volatile @Nullable Thread maker;

    ActivityTopic(ActivityProperties properties, Admin admin) {
        this.properties = properties;
        this.admin = admin;
    }

    /** Lets pass when activities can be written, else refuses. */
    void require() {
        if (!ready) {
            throw Refusal.unavailable(
                    "ACTIVITY_NOT_TAKEN", "Activities are not taken in now", obstacle + ". Try again in a moment.", 2);
        }
    }

    @Override
    public void start() {
        maker = Thread.ofVirtual().name("activity-topic").start(this::make);
    }

    @Override
    public void stop() {
        Thread thread = maker;
        if (thread != null) {
            thread.interrupt();
        }
        maker = null;
    }

    @Override
    public boolean isRunning() {
        return maker != null;
    }

    private void make() {
        try {
            while (!ready) {
                try {
                    makeOnce();
                } catch (ExecutionException | TimeoutException e) {
                    obstacle = "There is no topic of activities yet: Kafka does not answer";
                    LOG.info("Waiting for the topic {}: {}", properties.topic(), e.toString());
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeOnce() throws ExecutionException, TimeoutException, InterruptedException {
        try {
            answer(admin.createTopics(List.of(wanted())).all());
            LOG.info("Made the topic {} with {} partitions", properties.topic(), properties.partitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        awaitLeaders();
        ready = true;
    }

    private NewTopic wanted() {
        return new NewTopic(properties.topic(), properties.partitions(), properties.replicas())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(Math.max(-1, properties.retention().toMillis()))));
    }

    /** A producer may be stuck with a topic whose partitions nobody leads yet. */
    private void awaitLeaders() throws ExecutionException, TimeoutException, InterruptedException {
        int partitions = answer(
                        admin.describeTopics(List.of(properties.topic())).allTopicNames())
                .values()
                .stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
        answer(admin.listOffsets(IntStream.range(0, partitions)
                        .mapToObj(number -> new TopicPartition(properties.topic(), number))
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all());
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws ExecutionException, TimeoutException, InterruptedException {
        return question.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
