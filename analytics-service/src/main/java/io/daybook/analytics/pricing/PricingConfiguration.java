package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.NotReady;
import io.daybook.analytics.platform.Topologies;
import io.daybook.analytics.platform.TopologySource;
import io.daybook.analytics.platform.courier.Road;
import io.daybook.analytics.platform.courier.RoadTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts pricing together. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("daybook.analytics.pricing.enabled")
class PricingConfiguration {

    /** As long as the desk waits for an answer. */
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final int ANSWER_SECONDS = 5;

    @Bean
    Road proposalsRoad(PricingProperties properties) {
        return new Road("pricing", properties.proposalsTopic(), Road.Isolation.AT_ONCE, GOOD_FOR);
    }

    @Bean
    PricingBooks pricingBooks() {
        return new PricingBooks();
    }

    /** Nothing is kept there, and the next stage drops what comes twice: so it need not wait for transactions. */
    @Bean
    @Order(10)
    TopologySource pricingSequence(
            AnalyticsProperties analytics, PricingProperties properties, RoadTopics topics, Admin admin) {
        AppliedPositions applied = new AppliedPositions(PricingTopology.SEQUENCE);
        return new TopologySource(
                applied,
                "1",
                analytics.topic(),
                () -> {
                    topics.make(properties.sequenceTopic(), 1);
                    return PricingTopology.sequence(
                            analytics.topic(),
                            partitions(admin, analytics.topic()),
                            properties.sequenceTopic(),
                            applied);
                },
                Map.of("processing.guarantee", "at_least_once", "producer.linger.ms", "0"));
    }

    @Bean
    @Order(11)
    TopologySource pricingTopology(
            PricingProperties properties, PricingBooks pricingBooks, RoadTopics topics, Road proposalsRoad) {
        AppliedPositions applied = new AppliedPositions(PricingTopology.PRICING);
        return new TopologySource(
                applied,
                properties.version(),
                properties.sequenceTopic(),
                () -> {
                    topics.makeFor(proposalsRoad);
                    return PricingTopology.pricing(properties, pricingBooks, applied);
                },
                Map.of("commit.interval.ms", properties.commitInterval().toMillis(), "producer.linger.ms", "0"));
    }

    @Bean
    PricingQueries pricingQueries(PricingBooks pricingBooks, Topologies topologies) {
        return new PricingQueries(new LocalPricing(pricingBooks), topologies.shared(PricingTopology.PRICING));
    }

    private static int partitions(Admin admin, String topic) {
        try {
            return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                            .get(topic))
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException e) {
            throw new NotReady("Kafka does not answer about topic " + topic + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted", e);
        }
    }
}
