package io.daybook.analytics.sales;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.Topologies;
import io.daybook.analytics.platform.TopologySource;
import org.apache.kafka.streams.Topology;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sales windows together. */
@Configuration(proxyBeanMethods = false)
class SalesConfiguration {

    @Bean
    Panes panes(AnalyticsProperties properties) {
        return new Panes(properties.pane());
    }

    @Bean
    SalesBooks salesBooks() {
        return new SalesBooks();
    }

    @Bean
    SalesQueries salesQueries(Panes panes, SalesBooks books, Topologies topologies) {
        return new SalesQueries(panes, books, topologies.readinessOf(SalesWindowsTopology.NAME));
    }

    @Bean
    TopologySource salesTopology(AnalyticsProperties properties, Panes panes, SalesBooks books) {
        AppliedPositions applied = new AppliedPositions(SalesWindowsTopology.NAME);
        SalesWindowsTopology windows =
                new SalesWindowsTopology(properties.topic(), new SalesKernel(panes), books, applied);
        return new TopologySource(applied, panes.width().toString(), properties.topic(), () -> {
            Topology topology = new Topology();
            windows.addTo(topology);
            return topology;
        });
    }
}
