package io.daybook.analytics.window;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that results go to, made where they are missing. */
final class WindowTopics {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final Admin admin;
    private final WindowProperties properties;

    WindowTopics(Admin admin, WindowProperties properties) {
        this.admin = admin;
        this.properties = properties;
    }

    /** Makes them with as many partitions as the topic that is read, and answers how many that has. */
    int createFor(String source) {
        int partitions = Objects.requireNonNull(
                        answer(admin.describeTopics(List.of(source)).allTopicNames())
                                .get(source))
                .partitions()
                .size();
        // the last result of a window is wanted for ever, and nothing that came too late may go by its age
        create(properties.windowsTopic(), partitions, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
        create(properties.lateTopic(), partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        return partitions;
    }

    private void create(String topic, int partitions, Map<String, String> settings) {
        try {
            admin.createTopics(
                            List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings)))
                    .all()
                    .get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topic " + topic + " cannot be made: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer about topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
