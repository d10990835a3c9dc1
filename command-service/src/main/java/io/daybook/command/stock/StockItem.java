package io.daybook.command.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.daybook.api.stock.command.CountStock;
import io.daybook.api.stock.command.DispatchReserved;
import io.daybook.api.stock.command.ExpireReservation;
import io.daybook.api.stock.command.ReceiveStock;
import io.daybook.api.stock.command.ReleaseReservation;
import io.daybook.api.stock.command.ReservationOutcome;
import io.daybook.api.stock.command.ReserveStock;
import io.daybook.api.stock.command.WriteOffStock;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.command.platform.IdNamesSameContent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a SKU: received, reserved for order lines, then released or dispatched; counted and written off. What
 * is reserved never exceeds what is on hand. A reservation is decided once; asking again gets the same answer. One that
 * is not firm may be ended once its time is over; whether it has become firm is for the order to say.
 */
@Aggregate(
        commandTargetResolver = "byAggregateId",
        cache = "aggregateCache",
        snapshotTriggerDefinition = "longStreamSnapshots")
// its snapshot is its fields; none may be final, for JSON would pass over it silently
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class StockItem {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long onHand;
    private long reserved;
    private Map<String, Reservation> reservations = new HashMap<>();
    /** Receipts, counts and write-offs by their ids, with the quantity they were made with. */
    private Map<String, Long> bookings = new HashMap<>();

    StockItem() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReceiveStock command) {
        if (isNew("receipt", command.receiptId(), command.quantity())) {
            apply(new StockReceived(
                    command.sku(), command.receiptId(), command.quantity(), command.source(), command.receivedAt()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReservationOutcome decide(ReserveStock command) {
        Reservation known = reservations.get(command.reservationId());
        if (known != null) {
            new IdNamesSameContent(command.reservationId(), known.quantity() == command.quantity()).enforce();
            return new ReservationOutcome(known.state() != Reservation.State.REFUSED, available());
        }
        long available = available();
        if (available < command.quantity()) {
            apply(new ReservationRefused(command.sku(), command.reservationId(), command.quantity(), available));
            return new ReservationOutcome(false, available);
        }
        apply(new StockReserved(command.sku(), command.reservationId(), command.quantity(), command.expiresAt()));
        return new ReservationOutcome(true, available);
    }

    @CommandHandler
    void decide(ReleaseReservation command) {
        Reservation known = reservations.get(command.reservationId());
        if (known != null && known.state() == Reservation.State.OPEN) {
            apply(new ReservationReleased(command.sku(), command.reservationId(), known.quantity()));
        }
    }

    @CommandHandler
    void decide(ExpireReservation command) {
        Reservation known = reservations.get(command.reservationId());
        if (known != null && known.isExpired(command.at())) {
            apply(new ReservationExpired(command.sku(), command.reservationId(), known.quantity(), command.at()));
        }
    }

    @CommandHandler
    void decide(DispatchReserved command) {
        Reservation known = reservations.get(command.reservationId());
        new DispatchedStockWasReserved(command.reservationId(), known).enforce();
        if (known != null && known.state() == Reservation.State.OPEN) {
            apply(new StockDispatched(command.sku(), command.reservationId(), known.quantity()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountStock command) {
        if (isNew("count", command.countId(), command.counted())) {
            new CountCoversReservations(command.counted(), reserved).enforce();
            apply(new StockCounted(
                    command.sku(),
                    command.countId(),
                    command.counted(),
                    command.counted() - onHand,
                    command.countedAt()));
        }
    }

    @CommandHandler
    void decide(WriteOffStock command) {
        if (isNew("write-off", command.writeOffId(), command.quantity())) {
            new WriteOffFitsAvailableStock(command.quantity(), available()).enforce();
            apply(new StockWrittenOff(
                    command.sku(), command.writeOffId(), command.quantity(), command.reason(), command.writtenOffAt()));
        }
    }

    private long available() {
        return onHand - reserved;
    }

    private boolean isNew(String kind, String bookingId, long quantity) {
        Long known = bookings.get(kind + " " + bookingId);
        new IdNamesSameContent(bookingId, known == null || known == quantity).enforce();
        return known == null;
    }

    @EventSourcingHandler
    void on(StockReceived event) {
        id = "stock:" + event.sku();
        onHand += event.quantity();
        bookings.put("receipt " + event.receiptId(), event.quantity());
    }

    @EventSourcingHandler
    void on(StockReserved event) {
        reserved += event.quantity();
        reservations.put(
                event.reservationId(), new Reservation(event.quantity(), Reservation.State.OPEN, event.expiresAt()));
    }

    @EventSourcingHandler
    void on(ReservationRefused event) {
        id = "stock:" + event.sku();
        reservations.put(event.reservationId(), new Reservation(event.requested(), Reservation.State.REFUSED));
    }

    @EventSourcingHandler
    void on(ReservationReleased event) {
        reserved -= event.quantity();
        reservations.put(event.reservationId(), new Reservation(event.quantity(), Reservation.State.RELEASED));
    }

    @EventSourcingHandler
    void on(ReservationExpired event) {
        reserved -= event.quantity();
        reservations.put(event.reservationId(), new Reservation(event.quantity(), Reservation.State.EXPIRED));
    }

    @EventSourcingHandler
    void on(StockDispatched event) {
        reserved -= event.quantity();
        onHand -= event.quantity();
        reservations.put(event.reservationId(), new Reservation(event.quantity(), Reservation.State.DISPATCHED));
    }

    @EventSourcingHandler
    void on(StockCounted event) {
        id = "stock:" + event.sku();
        onHand = event.counted();
        bookings.put("count " + event.countId(), event.counted());
    }

    @EventSourcingHandler
    void on(StockWrittenOff event) {
        onHand -= event.quantity();
        bookings.put("write-off " + event.writeOffId(), event.quantity());
    }
}
