package io.daybook.command.automation;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.command.ReceiveStock;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Puts returned pieces back on the shelf. */
@Component
@ProcessingGroup(Fulfilment.GROUP)
@DisallowReplay
class WhenGoodsReturnedReceiveStock {

    private final Simultaneously simultaneously;

    WhenGoodsReturnedReceiveStock(Simultaneously simultaneously) {
        this.simultaneously = simultaneously;
    }

    @EventHandler
    void on(GoodsReturned event, EventMessage<?> message) {
        simultaneously.send(
                event.lines().stream()
                        .filter(OrderLine::stocked)
                        .map(line -> new ReceiveStock(
                                line.sku(), receiptId(event, line), line.quantity(), "RETURN", event.returnedAt()))
                        .toList(),
                Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData()));
    }

    /** A return is named within its order only; no identifier has a colon in it, so no other receipt is called so. */
    private static String receiptId(GoodsReturned event, OrderLine line) {
        String origin = event.orderId() == null ? "return:" : "order:" + event.orderId() + ":";
        return origin + event.returnId() + ":" + line.line();
    }
}
