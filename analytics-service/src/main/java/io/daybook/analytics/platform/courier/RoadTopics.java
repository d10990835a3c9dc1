package io.daybook.analytics.platform.courier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.stereotype.Component;

/** Makes the topics that errands go to, where they are missing. */
@Component
public final class RoadTopics {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int PARTITIONS = 4;

    private final Admin admin;

    RoadTopics(Admin admin) {
        this.admin = admin;
    }

    /** Throws {@link IllegalStateException} where Kafka is away, and can be tried again. */
    public void makeFor(Road road) {
        make(road.topic(), PARTITIONS);
    }

    /** Kept for ever: an errand is evidence, and goes by the time of its event, which may be old. */
    public void make(String topic, int partitions) {
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(wanted)).all().get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
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
}
