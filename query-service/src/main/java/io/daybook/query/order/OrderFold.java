package io.daybook.query.order;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
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
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the events of orders make of an order; which of them is in order is the aggregate's business. */
final class OrderFold {

    private static final BigDecimal NOTHING = Amounts.shown(BigDecimal.ZERO);

    private OrderFold() {}

    /** The order that an event belongs to; null where it belongs to none. */
    static @Nullable String orderId(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed.orderId();
            case OrderReserved reserved -> reserved.orderId();
            case OrderConfirmed confirmed -> confirmed.orderId();
            case OrderRejected rejected -> rejected.orderId();
            case PaymentRecorded payment -> payment.orderId();
            case OrderShipped shipped -> shipped.orderId();
            case OrderCancelled cancelled -> cancelled.orderId();
            case GoodsReturned returned -> returned.orderId();
            case FulfilmentStalled stalled -> stalled.orderId();
            case FulfilmentRetried retried -> retried.orderId();
            case AdjustmentRecorded _ -> null;
        };
    }

    static OrderView apply(@Nullable OrderView view, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed(placed);
            case OrderReserved _ -> status(known(view, event), OrderStatus.RESERVED);
            case OrderConfirmed _ -> status(known(view, event), OrderStatus.CONFIRMED);
            case OrderRejected _ -> status(known(view, event), OrderStatus.REJECTED);
            case PaymentRecorded payment -> paid(known(view, event), payment.amount());
            case OrderShipped shipped -> shipped(known(view, event), shipped.shippedAt());
            case OrderCancelled cancelled -> cancelled(known(view, event), cancelled);
            case GoodsReturned returned -> returned(known(view, event), returned.lines());
            case AdjustmentRecorded _, FulfilmentStalled _, FulfilmentRetried _ -> known(view, event);
        };
    }

    static long units(List<OrderLine> lines) {
        return lines.stream().mapToLong(OrderLine::quantity).sum();
    }

    static BigDecimal amount(List<OrderLine> lines) {
        return Amounts.shown(lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static OrderView placed(OrderPlaced placed) {
        return new OrderView(
                placed.orderId(),
                placed.customerId(),
                placed.country(),
                placed.currency(),
                placed.placedAt(),
                PaymentTerms.valueOf(placed.paymentTerms()),
                OrderStatus.PLACED,
                placed.lines().size(),
                units(placed.lines()),
                amount(placed.lines()),
                NOTHING,
                0,
                NOTHING,
                null,
                null,
                null,
                null);
    }

    private static OrderView status(OrderView view, OrderStatus status) {
        return OrderViewChange.of(view).status(status).view();
    }

    private static OrderView paid(OrderView view, BigDecimal amount) {
        return OrderViewChange.of(view)
                .paid(Amounts.shown(view.paid().add(amount)))
                .view();
    }

    private static OrderView shipped(OrderView view, Instant shippedAt) {
        return OrderViewChange.of(view)
                .status(view.status() == OrderStatus.RETURNED ? view.status() : OrderStatus.SHIPPED)
                .shippedAt(shippedAt)
                .view();
    }

    private static OrderView cancelled(OrderView view, OrderCancelled event) {
        return OrderViewChange.of(view)
                .status(OrderStatus.CANCELLED)
                .cancelled(event.cancelledAt(), CancellationCause.valueOf(event.cause()), event.reason())
                .view();
    }

    private static OrderView returned(OrderView view, List<OrderLine> lines) {
        long units = Math.addExact(view.returnedUnits(), units(lines));
        return OrderViewChange.of(view)
                .status(units < view.units() ? view.status() : OrderStatus.RETURNED)
                .returned(units, Amounts.shown(view.returnedAmount().add(amount(lines))))
                .view();
    }
}
