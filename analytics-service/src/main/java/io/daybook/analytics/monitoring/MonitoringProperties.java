package io.daybook.analytics.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics.monitoring}; application.yaml holds every default.
 *
 * @param factsTopic what monitoring takes of the events and of the visits, of one partition
 * @param alertsTopic errands of alerts
 * @param activityTopic what visitors do
 * @param grace how long a minute is open for what belongs to it, by the time of recording, after the clock has passed
 *     its end
 * @param history how far back closed minutes are kept: what watches are warmed with and tried on
 * @param heartbeat how long nothing may come until a live log is told the time
 */
@ConfigurationProperties("daybook.analytics.monitoring")
record MonitoringProperties(
        String factsTopic,
        String alertsTopic,
        String activityTopic,
        Duration grace,
        Duration history,
        Duration heartbeat) {

    /** What the state depends on beside the log. */
    String version() {
        return "3-" + grace.toMillis() + "-" + history.toMinutes();
    }
}
