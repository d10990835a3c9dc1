package io.daybook.command.automation;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Makes the pieces of a cancelled order available again. */
@Component
@ProcessingGroup(Fulfilment.GROUP)
@DisallowReplay
class WhenOrderCancelledReleaseReservations {

    private final OrderStock stock;

    WhenOrderCancelledReleaseReservations(OrderStock stock) {
        this.stock = stock;
    }

    @EventHandler
    void on(OrderCancelled event, EventMessage<?> message) {
        stock.release(
                event.orderId(),
                event.lines(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }
}
