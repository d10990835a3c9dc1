package io.daybook.query.order;

import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer_order")
class OrderRow implements Row<OrderView> {

    @Id
    private String orderId;

    private @Nullable String customerId;
    private String country;
    private String currency;
    private Instant placedAt;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private PaymentTerms paymentTerms;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private OrderStatus status;

    private int lineCount;
    private long units;
    private BigDecimal amount;
    private BigDecimal paid;
    private long returnedUnits;
    private BigDecimal returnedAmount;
    private @Nullable Instant shippedAt;
    private @Nullable Instant cancelledAt;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private @Nullable CancellationCause cancellationCause;

    private @Nullable String cancellationReason;
    private long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OrderRow() {}

    OrderRow(OrderView view, long position) {
        this.orderId = view.orderId();
        this.customerId = view.customerId();
        this.country = view.country();
        this.currency = view.currency();
        this.placedAt = view.placedAt();
        this.paymentTerms = view.paymentTerms();
        this.lineCount = view.lineCount();
        this.units = view.units();
        this.amount = view.amount();
        this.status = view.status();
        this.paid = view.paid();
        this.returnedAmount = view.returnedAmount();
        show(view, position);
    }

    @Override
    public OrderView view() {
        return new OrderView(
                orderId,
                customerId,
                country,
                currency,
                placedAt,
                paymentTerms,
                status,
                lineCount,
                units,
                amount,
                paid,
                returnedUnits,
                returnedAmount,
                shippedAt,
                cancelledAt,
                cancellationCause,
                cancellationReason);
    }

    @Override
    public long position() {
        return position;
    }

    /** What an order was placed with never changes. */
    @Override
    public void show(OrderView view, long position) {
        this.status = view.status();
        this.paid = view.paid();
        this.returnedUnits = view.returnedUnits();
        this.returnedAmount = view.returnedAmount();
        this.shippedAt = view.shippedAt();
        this.cancelledAt = view.cancelledAt();
        this.cancellationCause = view.cancellationCause();
        this.cancellationReason = view.cancellationReason();
        this.position = position;
    }
}
