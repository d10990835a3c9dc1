package io.daybook.query.stock;

import io.daybook.api.stock.event.StockEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("stock")
class StockItemProjection extends Projection {

    StockItemProjection(JdbcTemplate jdbc) {
        super(jdbc, StockItemRows.MODEL);
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
