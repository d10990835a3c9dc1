package io.daybook.analytics.demand;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.Topologies;
import io.daybook.analytics.platform.TopologySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts demand together. */
@Configuration(proxyBeanMethods = false)
class DemandConfiguration {

    @Bean
    PaneSettings paneSettings(AnalyticsProperties analytics, DemandProperties properties) {
        return properties.panes(analytics);
    }

    @Bean
    DemandBooks salesBooks() {
        return new DemandBooks();
    }

    @Bean
    DemandBooks activityBooks() {
        return new DemandBooks();
    }

    @Bean
    @Order(1)
    TopologySource salesTopology(
            AnalyticsProperties analytics, DemandProperties properties, PaneSettings panes, DemandBooks salesBooks) {
        AppliedPositions applied = new AppliedPositions(DemandTopology.SALES);
        DemandTopology topology = DemandTopology.ofSales(analytics.topic(), panes, salesBooks, applied);
        return source(analytics, properties, analytics.topic(), topology, applied);
    }

    @Bean
    @Order(2)
    TopologySource activityTopology(
            AnalyticsProperties analytics, DemandProperties properties, PaneSettings panes, DemandBooks activityBooks) {
        AppliedPositions applied = new AppliedPositions(DemandTopology.ACTIVITY);
        DemandTopology topology = DemandTopology.ofActivity(properties.activityTopic(), panes, activityBooks, applied);
        return source(analytics, properties, properties.activityTopic(), topology, applied);
    }

    private static TopologySource source(
            AnalyticsProperties analytics,
            DemandProperties properties,
            String topic,
            DemandTopology topology,
            AppliedPositions applied) {
        return new TopologySource(
                applied, properties.version(analytics), topic, topology::build, properties.settings());
    }

    @Bean
    WindowQueries windowQueries(PaneSettings panes, Topologies topologies, DemandBooks salesBooks) {
        return new WindowQueries(
                panes.coarse(), shared(topologies, salesBooks, DemandTopology.SALES, PartsController.WINDOWS));
    }

    @Bean
    DemandQueries demandQueries(
            PaneSettings panes, Topologies topologies, DemandBooks salesBooks, DemandBooks activityBooks) {
        return new DemandQueries(
                panes,
                shared(topologies, salesBooks, DemandTopology.SALES, PartsController.DEMAND),
                shared(topologies, activityBooks, DemandTopology.ACTIVITY, PartsController.DEMAND));
    }

    private static SharedDemand shared(Topologies topologies, DemandBooks books, String name, String path) {
        return new SharedDemand(new LocalDemand(books), topologies.shared(name), path + "/" + name);
    }
}
