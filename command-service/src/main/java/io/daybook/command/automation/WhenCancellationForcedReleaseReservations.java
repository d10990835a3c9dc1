package io.daybook.command.automation;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Makes the pieces of an order available again that an operator cancelled, even where the order's other events are dead
 * letters; these then come to their end, for the order is decided.
 */
@Component
@ProcessingGroup(Fulfilment.OPERATOR_GROUP)
@DisallowReplay
class WhenCancellationForcedReleaseReservations {

    private final OrderStock stock;
    private final OperatorStep steps;

    WhenCancellationForcedReleaseReservations(OrderStock stock, OperatorStep steps) {
        this.stock = stock;
        this.steps = steps;
    }

    @EventHandler
    void on(OrderCancelled event, EventMessage<?> message) {
        if (!event.cause().equals(CancellationCause.OPERATOR.name())) {
            return;
        }
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        steps.run(
                event.orderId(),
                FulfilmentStep.RELEASE,
                () -> stock.release(event.orderId(), event.lines(), cause),
                cause);
    }
}
