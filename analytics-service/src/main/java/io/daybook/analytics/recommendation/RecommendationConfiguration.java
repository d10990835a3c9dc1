package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.ActivityWriter;
import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.TopologySource;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts recommendations together. */
@Configuration(proxyBeanMethods = false)
class RecommendationConfiguration {

    @Bean
    InstantSource recommendationClock() {
        return InstantSource.system();
    }

    @Bean
    RecommendationIndex recommendationIndex(RecommendationProperties properties) {
        return new RecommendationIndex(properties);
    }

    @Bean
    IndexFeed recommendationFeed(RecommendationIndex index, AnalyticsProperties analytics) {
        return new IndexFeed(index, analytics.topic());
    }

    @Bean
    TopicFollower recommendationFollower(
            IndexFeed feed, AnalyticsProperties analytics, RecommendationProperties properties) {
        Map<String, Object> settings = new HashMap<>(TopologySource.GATHERING);
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                analytics.bootstrapServers(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
        return new TopicFollower(
                List.of(analytics.topic(), properties.activityTopic()),
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                feed);
    }

    @Bean
    RecommendationReadiness recommendationHealthIndicator(
            TopicFollower follower, RecommendationIndex index, IndexFeed feed, Admin admin) {
        return new RecommendationReadiness(follower, index, feed, admin);
    }

    @Bean
    Recommender recommender(
            RecommendationIndex index, RecommendationProperties properties, InstantSource recommendationClock) {
        return new Recommender(index, properties, recommendationClock);
    }

    @Bean
    ExposureLog exposureLog(ActivityWriter out, InstantSource recommendationClock) {
        return new ExposureLog(out, recommendationClock);
    }

    @Bean
    Forgetting forgetting(ActivityWriter out, RecommendationIndex index) {
        return new Forgetting(out, index);
    }

    @Bean
    @Order(20)
    TopologySource erasures(AnalyticsProperties analytics, Forgetting forgetting, RecommendationReadiness readiness) {
        AppliedPositions applied = new AppliedPositions(ErasureTopology.NAME);
        return new TopologySource(
                applied,
                "1",
                analytics.topic(),
                () -> new ErasureTopology(analytics.topic(), readiness, forgetting, applied).build(),
                TopologySource.gathering(Map.of("processing.guarantee", "at_least_once")));
    }
}
