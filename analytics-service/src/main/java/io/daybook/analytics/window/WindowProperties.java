package io.daybook.analytics.window;

import io.daybook.api.Topics;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the windows by configuration.
 *
 * @param windows what is to be kept, by name
 * @param activityTopic what visitors do
 * @param windowsTopic where results go
 * @param lateTopic where events go that came too late for any correction
 */
@ConfigurationProperties("daybook.analytics")
record WindowProperties(
        @DefaultValue Map<String, WindowSettings> windows,
        @DefaultValue(Topics.ACTIVITY) String activityTopic,
        @DefaultValue(Topics.WINDOWS) String windowsTopic,
        @DefaultValue(Topics.WINDOWS_LATE) String lateTopic) {

    WindowProperties {
        windows = Map.copyOf(windows);
    }
}
