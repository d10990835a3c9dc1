package io.daybook.query.order;

import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.Projector;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("order")
class FulfilmentProjection {

    private final FulfilmentRows rows;
    private final Projector<FulfilmentRow, FulfilmentView, RecordedOrderEvent> projector;

    FulfilmentProjection(FulfilmentRows rows, FulfilmentProperties properties) {
        this.rows = rows;
        FulfilmentFold fold = new FulfilmentFold(properties.reserveWithin(), properties.shipWithin());
        this.projector = new Projector<>(
                rows,
                fold::apply,
                recorded -> Objects.requireNonNull(OrderFold.orderId(recorded.event())),
                FulfilmentRow::new);
    }

    @EventHandler
    void on(OrderEvent event, @Timestamp Instant recordedAt, TrackingToken token) {
        if (OrderFold.orderId(event) != null) {
            projector.project(new RecordedOrderEvent(event, recordedAt), token);
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
