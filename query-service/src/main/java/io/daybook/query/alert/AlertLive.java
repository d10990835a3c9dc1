package io.daybook.query.alert;

import io.daybook.api.alert.query.FindAlert;
import io.daybook.query.platform.live.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability may be watched. */
@Configuration(proxyBeanMethods = false)
class AlertLive {

    @Bean
    LiveTopic liveAlert(AlertQueries queries) {
        return new LiveTopic(
                "alerts",
                "alert",
                "alert:",
                "alert",
                key -> "/alerts/" + key,
                key -> queries.handle(new FindAlert(key)));
    }
}
