package io.daybook.command.automation;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.command.ReleaseReservation;
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

    private final Simultaneously simultaneously;

    WhenOrderCancelledReleaseReservations(Simultaneously simultaneously) {
        this.simultaneously = simultaneously;
    }

    @EventHandler
    void on(OrderCancelled event, EventMessage<?> message) {
        simultaneously.send(
                event.lines().stream()
                        .filter(OrderLine::stocked)
                        .map(line -> new ReleaseReservation(line.sku(), line.reservationId(event.orderId())))
                        .toList(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }
}
