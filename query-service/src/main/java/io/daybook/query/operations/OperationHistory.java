package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class OperationHistory {

    @Bean
    EntityKind operationVersions() {
        return EntityKind.of(
                "/operations/{key}", RejectionCode.OPERATION_UNKNOWN, OperationRows.MODEL, (operation, _) -> operation);
    }
}
