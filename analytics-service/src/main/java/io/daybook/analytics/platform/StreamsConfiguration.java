package io.daybook.analytics.platform;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Puts the life of Kafka Streams together. */
@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    private static final int ANSWER_LIMIT_MS = 5_000;

    /** Gives up soon on what Kafka does not answer; closing it waits for that, too. */
    @Bean
    Admin kafkaAdmin(AnalyticsProperties properties) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS));
    }

    @Bean
    Topologies topologies(
            AnalyticsProperties properties,
            List<TopologySource> sources,
            Admin admin,
            JsonMapper json,
            Environment environment) {
        OwnAddress own = new OwnAddress(properties.address(), environment);
        List<StreamsRuntime> runtimes = sources.stream()
                .map(source -> new StreamsRuntime(
                        properties, source, new SourceTopic(admin, source.topic()), own, InstantSource.system()))
                .toList();
        return new Topologies(runtimes, new Peers(json), own);
    }

    @Bean
    StreamsHealthIndicator streamsHealthIndicator(Topologies topologies) {
        return new StreamsHealthIndicator(topologies);
    }
}
