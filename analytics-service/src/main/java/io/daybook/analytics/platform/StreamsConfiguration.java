package io.daybook.analytics.platform;

import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the life of Kafka Streams together. */
@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    @Bean
    EventTopic eventTopic(AnalyticsProperties properties) {
        Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) properties.bootstrapServers()));
        return new EventTopic(admin, properties.topic());
    }

    @Bean
    StreamsRuntime streamsRuntime(
            AnalyticsProperties properties, TopologySource topology, EventTopic topic, AppliedPositions applied) {
        return new StreamsRuntime(properties, topology, topic, applied, InstantSource.system());
    }

    @Bean
    StreamsHealthIndicator streamsHealthIndicator(StreamsReadiness readiness) {
        return new StreamsHealthIndicator(readiness);
    }
}
