package io.daybook.query.order;

import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Projector;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** The order itself changes with its events; its lines stand beside it, written once. */
@Component
@ProcessingGroup("order")
class OrderProjection {

    private final OrderRows rows;
    private final OrderLinesRows lines;
    private final RefusedLinesRows refusedLines;
    private final Projector<OrderRow, OrderView, OrderEvent> projector;

    OrderProjection(OrderRows rows, OrderLinesRows lines, RefusedLinesRows refusedLines) {
        this.rows = rows;
        this.lines = lines;
        this.refusedLines = refusedLines;
        this.projector = new Projector<>(
                rows, OrderFold::apply, event -> Objects.requireNonNull(OrderFold.orderId(event)), OrderRow::new);
    }

    @EventHandler
    void on(OrderEvent event, TrackingToken token) {
        if (OrderFold.orderId(event) == null) {
            return;
        }
        if (event instanceof OrderPlaced placed) {
            lines.add(new OrderLinesRow(placed.orderId(), Lines.shown(placed.lines())));
        }
        if (event instanceof OrderRejected rejected) {
            refusedLines.add(new RefusedLinesRow(rejected.orderId(), Lines.refused(rejected.refusals())));
        }
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
        lines.clear();
        refusedLines.clear();
    }
}
