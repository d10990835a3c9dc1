package io.daybook.query.order;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order view with some of its fields changed: records have no withers yet. */
final class OrderViewChange {

    private final OrderView before;
    private OrderStatus status;
    private BigDecimal paid;
    private long returnedUnits;
    private BigDecimal returnedAmount;
    private @Nullable Instant shippedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable CancellationCause cancellationCause;
    private @Nullable String cancellationReason;

    private OrderViewChange(OrderView before) {
        this.before = before;
        this.status = before.status();
        this.paid = before.paid();
        this.returnedUnits = before.returnedUnits();
        this.returnedAmount = before.returnedAmount();
        this.shippedAt = before.shippedAt();
        this.cancelledAt = before.cancelledAt();
        this.cancellationCause = before.cancellationCause();
        this.cancellationReason = before.cancellationReason();
    }

    static OrderViewChange of(OrderView before) {
        return new OrderViewChange(before);
    }

    OrderViewChange status(OrderStatus status) {
        this.status = status;
        return this;
    }

    OrderViewChange paid(BigDecimal paid) {
        this.paid = paid;
        return this;
    }

    OrderViewChange returned(long units, BigDecimal amount) {
        this.returnedUnits = units;
        this.returnedAmount = amount;
        return this;
    }

    OrderViewChange shippedAt(Instant shippedAt) {
        this.shippedAt = shippedAt;
        return this;
    }

    OrderViewChange cancelled(Instant cancelledAt, CancellationCause cause, String reason) {
        this.cancelledAt = cancelledAt;
        this.cancellationCause = cause;
        this.cancellationReason = reason;
        return this;
    }

    OrderView view() {
        return new OrderView(
                before.orderId(),
                before.customerId(),
                before.country(),
                before.currency(),
                before.placedAt(),
                before.paymentTerms(),
                status,
                before.lineCount(),
                before.units(),
                before.amount(),
                paid,
                returnedUnits,
                returnedAmount,
                shippedAt,
                cancelledAt,
                cancellationCause,
                cancellationReason);
    }
}
