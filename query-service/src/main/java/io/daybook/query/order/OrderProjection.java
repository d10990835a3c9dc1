package io.daybook.query.order;

import io.daybook.api.order.event.OrderEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("order")
class OrderProjection extends Projection {

    OrderProjection(JdbcTemplate jdbc, FulfilmentProperties fulfilment) {
        super(
                jdbc,
                OrderRows.MODEL,
                OrderLines.PLACED,
                OrderLines.REFUSED,
                FulfilmentRows.model(fulfilment),
                ReturnRows.MODEL);
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
