package io.daybook.analytics.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics}; application.yaml holds every default.
 *
 * @param topic the event log
 * @param applicationId the beginning of each Kafka Streams application id, see {@link StreamsSettings}
 * @param stateDir the folder for local stores; losing it costs time, not data
 * @param pane the width of a pane, the unit of every window
 * @param zone the shop's time zone, in which a date in a request starts
 * @param currency what is shown when a request names none
 * @param processingGuarantee {@code exactly_once_v2} or {@code at_least_once}
 * @param instanceId names this instance to the group, so that it has its partitions back at once when it is started
 * again after a crash; no two running instances may share it
 * @param address host and port where other instances ask this one for its part of an answer
 * @param closeTimeout how long a shutdown may take
 * @param restartDelay how long to wait before Kafka Streams is started again after it gave up
 * @param streams further Kafka Streams settings, passed on as they are
 */
@ConfigurationProperties("daybook.analytics")
public record AnalyticsProperties(
        String bootstrapServers,
        String topic,
        String applicationId,
        Path stateDir,
        Duration pane,
        ZoneId zone,
        String currency,
        String processingGuarantee,
        String instanceId,
        String address,
        int threads,
        Duration commitInterval,
        Duration closeTimeout,
        Duration restartDelay,
        Map<String, String> streams) {

    public AnalyticsProperties {
        streams = Map.copyOf(streams);
    }
}
