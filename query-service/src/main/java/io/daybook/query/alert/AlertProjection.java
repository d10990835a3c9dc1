package io.daybook.query.alert;

import io.daybook.api.alert.event.AlertEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("alert")
class AlertProjection extends Projection {

    AlertProjection(JdbcTemplate jdbc) {
        super(jdbc, AlertRows.MODEL);
    }

    @EventHandler
    void on(AlertEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
