package io.daybook.command.order;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What an order was placed with, and the later events that carry it whole. */
record Sale(OrderPlaced placed) {

    PaymentTerms terms() {
        return PaymentTerms.valueOf(placed.paymentTerms());
    }

    BigDecimal total() {
        return placed.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    OrderConfirmed confirmed() {
        return new OrderConfirmed(
                placed.orderId(),
                placed.customerId(),
                placed.country(),
                placed.currency(),
                placed.placedAt(),
                placed.lines());
    }

    OrderCancelled cancelled(CancellationCause cause, String reason, Instant time, boolean confirmed) {
        return new OrderCancelled(
                placed.orderId(),
                placed.customerId(),
                placed.country(),
                placed.currency(),
                time,
                cause.name(),
                reason,
                confirmed,
                placed.lines());
    }

    GoodsReturned returned(ReturnGoods command, List<OrderLine> lines) {
        return new GoodsReturned(
                command.returnId(),
                placed.orderId(),
                placed.customerId(),
                placed.country(),
                placed.currency(),
                command.returnedAt(),
                lines);
    }

    FulfilmentRetried retried(RetryFulfilment command, FulfilmentStep step) {
        return new FulfilmentRetried(
                placed.orderId(),
                command.retryId(),
                step.name(),
                command.reason(),
                command.retriedAt(),
                placed.paymentTerms(),
                placed.lines());
    }
}
