package io.daybook.query.watch;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class WatchHistory {

    @Bean
    EntityKind watchVersions() {
        return EntityKind.of("/watches/{key}", RejectionCode.WATCH_UNKNOWN, WatchRows.MODEL, (watch, _) -> watch);
    }
}
