package io.daybook.command.automation;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.stock.command.DispatchReserved;
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

    private final Simultaneously simultaneously;

    WhenOrderShippedDispatchStock(Simultaneously simultaneously) {
        this.simultaneously = simultaneously;
    }

    @EventHandler
    void on(OrderShipped event, EventMessage<?> message) {
        simultaneously.send(
                event.lines().stream()
                        .filter(OrderLine::stocked)
                        .map(line -> new DispatchReserved(line.sku(), line.reservationId(event.orderId())))
                        .toList(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }
}
