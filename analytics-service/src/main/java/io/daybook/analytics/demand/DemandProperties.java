package io.daybook.analytics.demand;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.TopologySource;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics.demand}; application.yaml holds every default. A change makes another
 * application of the topologies, which reads its topic from the beginning.
 *
 * @param activityTopic what visitors do
 * @param finePane the width of a pane that is kept while recent; {@code daybook.analytics.pane} is kept for ever
 * @param recent how far behind the newest business time of its partition a fine pane may lie
 * @param lastSales how many of the last sales are kept for each product and country
 * @param activityIds among how many of the last ids of a partition a repeated activity is known
 * @param commitInterval how often the books are stored. Queries read them from memory, so this makes no figure fresher:
 *     after a crash so much is read again
 */
@ConfigurationProperties("daybook.analytics.demand")
record DemandProperties(
        String activityTopic,
        Duration finePane,
        Duration recent,
        int lastSales,
        int activityIds,
        Duration commitInterval) {

    PaneSettings panes(AnalyticsProperties analytics) {
        return new PaneSettings(new Panes(finePane), new Panes(analytics.pane()), recent, lastSales, activityIds);
    }

    Map<String, Object> settings() {
        return TopologySource.gathering(Map.of(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis()));
    }

    /** What the content of the stores depends on. */
    String version(AnalyticsProperties analytics) {
        return DemandFormat.VERSION + "-" + analytics.pane() + "-" + finePane + "-" + recent + "-" + lastSales + "-"
                + activityIds;
    }
}
