package io.daybook.query.operations;

import io.daybook.api.operation.event.OperationEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("operations")
class OperationProjection extends Projection {

    OperationProjection(JdbcTemplate jdbc) {
        super(jdbc, OperationRows.MODEL);
    }

    @EventHandler
    void on(OperationEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
