package io.daybook.analytics.monitoring;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.Topologies;
import io.daybook.analytics.platform.TopologySource;
import io.daybook.analytics.platform.courier.Road;
import io.daybook.analytics.platform.courier.Road.Isolation;
import io.daybook.analytics.platform.courier.RoadTopics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts monitoring together. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

    /**
     * What is told by the minute need not be seen sooner, and a state that each minute changes is written less often.
     */
    private static final Map<String, Object> COMMITS = Map.of(
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Duration.ofSeconds(1).toMillis());

    @Bean
    OpenMonitor openMonitor() {
        return new OpenMonitor();
    }

    @Bean
    Road alertRoad(MonitoringProperties properties) {
        return new Road("alerts", properties.alertsTopic(), Isolation.COMMITTED);
    }

    @Bean
    @Order(30)
    TopologySource factsTopology(AnalyticsProperties analytics, MonitoringProperties properties, RoadTopics topics) {
        AppliedPositions applied = new AppliedPositions(FactsTopology.NAME);
        FactsTopology topology = new FactsTopology(analytics.topic(), properties.factsTopic(), applied);
        return new TopologySource(applied, "2", analytics.topic(), () -> {
            topics.make(properties.factsTopic(), 1);
            return topology.build();
        });
    }

    @Bean
    @Order(31)
    TopologySource monitoringTopology(
            MonitoringProperties properties, OpenMonitor openMonitor, Road alertRoad, RoadTopics topics) {
        AppliedPositions applied = new AppliedPositions(MonitoringTopology.NAME);
        MonitoringTopology topology = new MonitoringTopology(properties, openMonitor, applied);
        return new TopologySource(
                applied,
                properties.version(),
                properties.factsTopic(),
                () -> {
                    topics.makeFor(alertRoad);
                    return topology.build();
                },
                COMMITS);
    }

    @Bean
    @Order(32)
    TopologySource visitsTopology(MonitoringProperties properties, RoadTopics topics) {
        AppliedPositions applied = new AppliedPositions(VisitsTopology.NAME);
        VisitsTopology topology = new VisitsTopology(properties, applied);
        return new TopologySource(
                applied,
                "2",
                properties.activityTopic(),
                () -> {
                    topics.make(properties.factsTopic(), 1);
                    return topology.build();
                },
                TopologySource.gathering(COMMITS));
    }

    @Bean
    MonitoringQueries monitoringQueries(OpenMonitor openMonitor, Topologies topologies) {
        return new MonitoringQueries(openMonitor, topologies.shared(MonitoringTopology.NAME));
    }
}
