package io.daybook.query.alert;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class AlertHistory {

    @Bean
    EntityKind alertVersions() {
        return EntityKind.of("/alerts/{key}", RejectionCode.ALERT_UNKNOWN, AlertRows.MODEL, (alert, _) -> alert);
    }
}
