package io.daybook.command.deadline;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.deadline.Deadline.Kind;
import io.daybook.command.platform.Cause;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/**
 * Derives the deadlines from the events, in the transaction of its place in the log. In one segment, since the events
 * that set one and end it are of different aggregates. Replaying it is safe: what is sent for a deadline that is long
 * past changes nothing.
 */
@Component
@ProcessingGroup(DeadlineBook.GROUP)
class DeadlineBook {

    static final String GROUP = "deadlines";

    private final Deadlines deadlines;

    DeadlineBook(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @EventHandler
    void on(StockReserved event, EventMessage<?> message) {
        if (event.expiresAt() != null) {
            String order = OrderLine.orderOf(event.reservationId());
            set(Kind.RESERVATION, order, event.sku(), event.reservationId(), event.expiresAt(), message);
        }
    }

    @EventHandler
    void on(OrderReserved event, EventMessage<?> message) {
        set(Kind.PAYMENT, event.orderId(), "", "", event.payBy(), message);
    }

    /** The sale is made: its reservations are firm. */
    @EventHandler
    void on(OrderConfirmed event) {
        deadlines.removeOfOrder(event.orderId());
    }

    /** Its reservations keep theirs until they are released, so that none is held for ever. */
    @EventHandler
    void on(OrderCancelled event) {
        deadlines.remove(id(Kind.PAYMENT, event.orderId()));
    }

    @EventHandler
    void on(ReservationReleased event) {
        deadlines.remove(id(Kind.RESERVATION, event.reservationId()));
    }

    @EventHandler
    void on(ReservationExpired event) {
        deadlines.remove(id(Kind.RESERVATION, event.reservationId()));
    }

    @ResetHandler
    void reset() {
        deadlines.clear();
    }

    private void set(Kind kind, String order, String sku, String reservation, Instant due, EventMessage<?> message) {
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        String id = id(kind, kind == Kind.PAYMENT ? order : reservation);
        deadlines.set(new Deadline(id, kind, order, sku, reservation, due, cause.correlationId(), cause.causationId()));
    }

    private static String id(Kind kind, String subject) {
        return subject + "/" + kind;
    }
}
