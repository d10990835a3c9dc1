package io.daybook.query.sales;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.query.sales.Booking.Kind;
import io.daybook.query.sales.Booking.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How an event is booked. A sale counts when it is confirmed, at the time it was placed. */
final class BookingRules {

    /** The events that may be booked. */
    static final List<Class<?>> BOOKED = List.of(
            OrderConfirmed.class,
            GoodsReturned.class,
            OrderCancelled.class,
            AdjustmentRecorded.class,
            StockWrittenOff.class);

    private BookingRules() {}

    /**
     * How an event is booked, if it is.
     *
     * @param currency the shop's own
     */
    static List<Booking> bookings(Object event, String currency) {
        return switch (event) {
            case OrderConfirmed confirmed -> List.of(sale(confirmed));
            case GoodsReturned returned -> List.of(takenBack(returned));
            case OrderCancelled cancelled -> undone(cancelled).stream().toList();
            case AdjustmentRecorded adjusted -> List.of(adjusted(adjusted));
            case StockWrittenOff writtenOff -> List.of(writtenOff(writtenOff, currency));
            default -> List.of();
        };
    }

    static Booking sale(OrderConfirmed event) {
        return new Booking(
                Kind.SALE,
                event.orderId(),
                event.placedAt(),
                event.country(),
                event.customerId(),
                event.currency(),
                event.lines().stream().map(BookingRules::given).toList());
    }

    static Booking takenBack(GoodsReturned event) {
        return new Booking(
                Kind.RETURN,
                event.returnId(),
                event.returnedAt(),
                event.country(),
                event.customerId(),
                event.currency(),
                takenBack(event.lines()));
    }

    /** Only a confirmed order was booked, so only that is undone. */
    static Optional<Booking> undone(OrderCancelled event) {
        if (!event.afterConfirmation()) {
            return Optional.empty();
        }
        return Optional.of(new Booking(
                Kind.CANCELLATION,
                event.orderId(),
                event.cancelledAt(),
                event.country(),
                event.customerId(),
                event.currency(),
                takenBack(event.lines())));
    }

    static Booking adjusted(AdjustmentRecorded event) {
        return new Booking(
                Kind.ADJUSTMENT,
                event.adjustmentId(),
                event.recordedAt(),
                event.country(),
                event.customerId(),
                event.currency(),
                List.of(new Line(1, event.sku(), 0, event.amount())));
    }

    /** Nothing was sold; it is booked only so that every stock code that moved is among the products. */
    static Booking writtenOff(StockWrittenOff event, String currency) {
        return new Booking(
                Kind.WRITE_OFF,
                event.writeOffId(),
                event.writtenOffAt(),
                null,
                null,
                currency,
                List.of(new Line(1, event.sku(), 0, BigDecimal.ZERO)));
    }

    private static Line given(OrderLine line) {
        return new Line(line.line(), line.sku(), line.quantity(), line.amount());
    }

    private static List<Line> takenBack(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new Line(
                        line.line(), line.sku(), -line.quantity(), line.amount().negate()))
                .toList();
    }
}
