package io.daybook.analytics.platform.courier;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.courier.Road.Isolation;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the couriers of the roads together that contexts declare. */
@Configuration(proxyBeanMethods = false)
class CourierConfiguration {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    @Bean
    Couriers couriers(
            CourierProperties properties,
            AnalyticsProperties analytics,
            List<Road> roads,
            RoadTopics topics,
            JsonMapper json) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
        CommandService service =
                new CommandService(properties, http, new ClientToken(properties, http, InstantSource.system(), json));
        RefusedErrands refused = new RefusedErrands(properties.refusedTopic(), () -> {
            topics.make(properties.refusedTopic(), 1);
            return producer(analytics);
        });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        CourierGroups groups = CourierGroups.of(analytics);
        return new Couriers(
                roads.stream()
                        .map(road -> new Courier(
                                road,
                                topics,
                                () -> consumer(groups.of(road), road.isolation(), analytics),
                                new Carrier(road, service, refused, properties, threads)))
                        .toList(),
                refused,
                threads);
    }

    @Bean
    ErrandQueries errandQueries(
            CourierProperties properties,
            AnalyticsProperties analytics,
            List<Road> roads,
            RoadTopics topics,
            Admin admin) {
        return new ErrandQueries(
                roads, CourierGroups.of(analytics), properties.refusedTopic(), topics, admin, () -> reader(analytics));
    }

    /** The short session lets another instance take over soon what one left that was killed. */
    private static Consumer<byte[], byte[]> consumer(String group, Isolation isolation, AnalyticsProperties analytics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, analytics.bootstrapServers());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                switch (isolation) {
                    case COMMITTED -> "read_committed";
                    case AT_ONCE -> "read_uncommitted";
                });
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Consumer<byte[], byte[]> reader(AnalyticsProperties analytics) {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, analytics.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(AnalyticsProperties analytics) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        analytics.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
