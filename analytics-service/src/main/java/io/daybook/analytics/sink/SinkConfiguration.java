package io.daybook.analytics.sink;

import io.daybook.analytics.platform.AnalyticsProperties;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the sinks that are configured. */
@Configuration(proxyBeanMethods = false)
class SinkConfiguration {

    private static final int RECORDS_AT_ONCE = 2_000;
    private static final int TRANSACTION_TIMEOUT_MS = 30_000;

    @Bean
    Sinks sinks(SinkProperties properties, AnalyticsProperties analytics, Admin admin) {
        InstantSource clock = InstantSource.system();
        return new Sinks(properties.sinks().entrySet().stream()
                .map(named -> new SinkRun(
                        named.getKey(),
                        named.getValue(),
                        () -> consumer(named.getKey(), analytics),
                        opening(named.getKey(), named.getValue(), analytics, admin, clock),
                        clock))
                .toList());
    }

    @Bean
    SinksHealthIndicator sinksHealthIndicator(Sinks sinks) {
        return new SinksHealthIndicator(sinks);
    }

    private static Target.Opening opening(
            String name, SinkProperties.Sink sink, AnalyticsProperties analytics, Admin admin, InstantSource clock) {
        return switch (sink.to().kind()) {
            case KAFKA ->
                consumer -> KafkaTarget.open(
                        sink, Objects.requireNonNull(sink.to().topic()), admin, producer(name, analytics), consumer);
            case POSTGRES -> _ -> PostgresTarget.open(name, sink);
            case NDJSON, CSV -> _ -> FileTarget.open(name, sink, clock);
            case CONSOLE -> _ -> new ConsoleTarget(name, new RowText(sink), System.out);
        };
    }

    /**
     * Sees what is committed only, from the beginning of the topic; one started again after a crash has its place back.
     */
    private static KafkaConsumer<byte[], byte[]> consumer(String name, AnalyticsProperties analytics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                analytics.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "daybook-sink-" + name,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_AT_ONCE,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                10_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(String name, AnalyticsProperties analytics) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                analytics.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "daybook-sink-" + name + "-" + analytics.instanceId(),
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                TRANSACTION_TIMEOUT_MS,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                5,
                ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
