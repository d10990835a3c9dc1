package io.daybook.query.sales;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("sales")
class SalesProjection extends Projection {

    SalesProjection(JdbcTemplate jdbc, SalesProperties shop) {
        super(jdbc, SalesBook.documents(shop), SalesBook.lines(shop));
    }

    @EventHandler
    void on(OrderConfirmed event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }

    @EventHandler
    void on(GoodsReturned event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }

    @EventHandler
    void on(OrderCancelled event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }

    @EventHandler
    void on(AdjustmentRecorded event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }

    @EventHandler
    void on(StockWrittenOff event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
