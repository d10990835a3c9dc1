package io.daybook.analytics.booking;

import io.daybook.analytics.booking.Booking.Kind;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The booking rules: what an event books, at which business time. They are those of the read side's sales ledger, so
 * both give the same totals to the last digit.
 *
 * <ul>
 *   <li>{@link OrderConfirmed}: its lines, by {@code placedAt};
 *   <li>{@link GoodsReturned}: its lines, negative, by {@code returnedAt};
 *   <li>{@link OrderCancelled} of a confirmed order: its lines, negative, by {@code cancelledAt};
 *   <li>{@link AdjustmentRecorded}: its amount with its sign and no units, by {@code recordedAt}.
 * </ul>
 */
public final class BookingKernel {

    /** The events that can be booked; every other one may be skipped unread. */
    public static final Set<Class<? extends OrderEvent>> BOOKED_EVENTS =
            Set.of(OrderConfirmed.class, GoodsReturned.class, OrderCancelled.class, AdjustmentRecorded.class);

    private BookingKernel() {}

    /** What the event books; empty where it is no sale and undoes none. */
    public static Optional<Booking> bookingOf(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed sale ->
                Optional.of(new Booking(
                        Kind.SALE,
                        sale.placedAt(),
                        sale.customerId(),
                        sale.country(),
                        sale.currency(),
                        sold(sale.lines())));
            case GoodsReturned undone ->
                Optional.of(new Booking(
                        Kind.RETURN,
                        undone.returnedAt(),
                        undone.customerId(),
                        undone.country(),
                        undone.currency(),
                        undone(undone.lines())));
            case OrderCancelled undone
            when undone.afterConfirmation() ->
                Optional.of(new Booking(
                        Kind.CANCELLATION,
                        undone.cancelledAt(),
                        undone.customerId(),
                        undone.country(),
                        undone.currency(),
                        undone(undone.lines())));
            case AdjustmentRecorded adjustment ->
                Optional.of(new Booking(
                        Kind.ADJUSTMENT,
                        adjustment.recordedAt(),
                        adjustment.customerId(),
                        adjustment.country(),
                        adjustment.currency(),
                        List.of(new BookedLine(adjustment.sku(), 0, adjustment.amount()))));
            case OrderCancelled _,
                    OrderPlaced _,
                    OrderReserved _,
                    OrderRejected _,
                    PaymentRecorded _,
                    OrderShipped _,
                    FulfilmentRetried _,
                    FulfilmentStalled _ -> Optional.empty();
        };
    }

    private static List<BookedLine> sold(List<OrderLine> lines) {
        List<BookedLine> booked = new ArrayList<>(lines.size());
        for (OrderLine line : lines) {
            booked.add(new BookedLine(line.sku(), line.quantity(), line.amount()));
        }
        return Collections.unmodifiableList(booked);
    }

    private static List<BookedLine> undone(List<OrderLine> lines) {
        List<BookedLine> booked = new ArrayList<>(lines.size());
        for (OrderLine line : lines) {
            booked.add(new BookedLine(
                    line.sku(), Math.negateExact(line.quantity()), line.amount().negate()));
        }
        return Collections.unmodifiableList(booked);
    }
}
