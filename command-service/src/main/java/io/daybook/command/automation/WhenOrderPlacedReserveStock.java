package io.daybook.command.automation;

import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Reserves every stocked line of an order, then confirms it, or has it wait for its payment; where a line is refused,
 * releases the others and rejects it.
 */
@Component
@ProcessingGroup(Fulfilment.GROUP)
@DisallowReplay
class WhenOrderPlacedReserveStock {

    private final OrderStock stock;

    WhenOrderPlacedReserveStock(OrderStock stock) {
        this.stock = stock;
    }

    @EventHandler
    void on(OrderPlaced event, EventMessage<?> message) {
        stock.reserve(
                event.orderId(),
                PaymentTerms.valueOf(event.paymentTerms()),
                event.lines(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }
}
