package io.daybook.analytics.sales;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.StreamsReadiness;
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
    SalesQueries salesQueries(Panes panes, SalesBooks books, StreamsReadiness readiness) {
        return new SalesQueries(panes, books, readiness);
    }

    @Bean
    AppliedPositions salesPositions() {
        return new AppliedPositions(SalesWindowsTopology.NAME);
    }

    @Bean
    TopologySource salesTopology(
            AnalyticsProperties properties, Panes panes, SalesBooks books, AppliedPositions applied) {
        SalesWindowsTopology windows =
                new SalesWindowsTopology(properties.topic(), new SalesKernel(panes), books, applied);
        return () -> {
            Topology topology = new Topology();
            windows.addTo(topology);
            return topology;
        };
    }
}
