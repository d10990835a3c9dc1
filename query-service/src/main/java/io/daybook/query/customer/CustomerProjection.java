package io.daybook.query.customer;

import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("customer")
class CustomerProjection extends Projection {

    CustomerProjection(JdbcTemplate jdbc) {
        super(jdbc, CustomerRows.MODEL);
    }

    @EventHandler
    void on(CustomerEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
