package io.daybook.analytics.activity;

import io.daybook.analytics.platform.AnalyticsProperties;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.json.JsonFactory;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    private static final int LINGER_MS = 2;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int REQUEST_TIMEOUT_MS = 3_000;

    @Bean
    ActivityTopic activityTopic(ActivityProperties properties, Admin admin) {
        return new ActivityTopic(properties, admin);
    }

    @Bean
    Outbox outbox(ActivityProperties properties, AnalyticsProperties analytics, ActivityTopic topic) {
        return new Outbox(
                properties,
                new KafkaProducer<>(
                        settings(properties, analytics), new ByteArraySerializer(), new ByteArraySerializer()),
                topic::require,
                new ActivityFormat(new JsonFactory()));
    }

    @Bean
    ActivityReader activityReader(ActivityProperties properties) {
        return new ActivityReader(InstantSource.system(), properties.clockTolerance());
    }

    @Bean
    BodyIntake bodyIntake(ActivityReader reader, Outbox outbox, ActivityProperties properties) {
        return new BodyIntake(LineIntake.json(), reader, outbox, properties);
    }

    @Bean
    LineIntake lineIntake(ActivityReader reader, Outbox outbox, ActivityProperties properties) {
        return new LineIntake(LineIntake.json(), reader, outbox, properties);
    }

    /** Acknowledged by all replicas; a producer's repetitions are told apart by the broker. */
    private static Map<String, Object> settings(ActivityProperties properties, AnalyticsProperties analytics) {
        long patience = properties.acknowledgedWithin().toMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, analytics.bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "daybook-activity-" + analytics.instanceId());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG, 2 * properties.buffer().toBytes());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(REQUEST_TIMEOUT_MS, patience / 2));
        return settings;
    }
}
