package io.daybook.command.automation;

import io.daybook.api.order.event.OrderShipped;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Takes the pieces of a shipped order off the shelf. */
@Component
@ProcessingGroup(Fulfilment.GROUP)
@DisallowReplay
class WhenOrderShippedDispatchStock {

    private final OrderStock stock;

    WhenOrderShippedDispatchStock(OrderStock stock) {
        this.stock = stock;
    }

    @EventHandler
    void on(OrderShipped event, EventMessage<?> message) {
        stock.dispatch(
                event.orderId(),
                event.lines(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }
}
