package io.daybook.command.automation;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.command.ConfirmOrder;
import io.daybook.api.order.command.OrderCommand;
import io.daybook.api.order.command.RejectOrder;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.stock.command.ReleaseReservation;
import io.daybook.api.stock.command.ReservationOutcome;
import io.daybook.api.stock.command.ReserveStock;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands.Outcome;
import io.daybook.command.platform.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Reserves every stocked line of an order, then confirms it; where a line is refused, releases the others and rejects it.
 * Reservations are decided once by their ids, so an event delivered again comes to the same end.
 */
@Component
@ProcessingGroup(Fulfilment.GROUP)
@DisallowReplay
class WhenOrderPlacedReserveStock {

    private final Simultaneously simultaneously;

    WhenOrderPlacedReserveStock(Simultaneously simultaneously) {
        this.simultaneously = simultaneously;
    }

    @EventHandler
    void on(OrderPlaced event, EventMessage<?> message) {
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        List<OrderLine> stocked =
                event.lines().stream().filter(OrderLine::stocked).toList();
        List<Outcome> outcomes = simultaneously.send(
                stocked.stream()
                        .map(line -> new ReserveStock(line.sku(), line.reservationId(event.orderId()), line.quantity()))
                        .toList(),
                cause);
        List<OrderLine> reserved = new ArrayList<>();
        List<LineRefusal> refusals = new ArrayList<>();
        for (int index = 0; index < stocked.size(); index++) {
            OrderLine line = stocked.get(index);
            ReservationOutcome outcome = (ReservationOutcome)
                    Objects.requireNonNull(outcomes.get(index).answer());
            if (outcome.reserved()) {
                reserved.add(line);
            } else {
                refusals.add(new LineRefusal(line.line(), line.sku(), line.quantity(), outcome.available()));
            }
        }
        conclude(event, reserved, refusals, cause);
    }

    private void conclude(OrderPlaced event, List<OrderLine> reserved, List<LineRefusal> refusals, Cause cause) {
        if (refusals.isEmpty()) {
            decide(new ConfirmOrder(event.orderId()), cause);
            return;
        }
        simultaneously.send(
                reserved.stream()
                        .map(line -> new ReleaseReservation(line.sku(), line.reservationId(event.orderId())))
                        .toList(),
                cause);
        decide(new RejectOrder(event.orderId(), refusals), cause);
    }

    private void decide(OrderCommand command, Cause cause) {
        try {
            simultaneously.send(command, cause);
        } catch (Rejected rejected) {
            // cancelled meanwhile: its reservations are released when the cancellation comes by
            if (rejected.code() != RejectionCode.ORDER_STATE_FORBIDS) {
                throw rejected;
            }
        }
    }
}
