package io.daybook.bench.rebuild.pooled;

import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order with its status. */
@Entity
@Table(name = "customer_order")
class OrderRow {

    @Id
    private String orderId;

    private @Nullable String customerId;
    private String country;
    private String currency;
    private Instant placedAt;
    private String status;
    private long lineCount;
    private long units;
    private BigDecimal amount;

    @SuppressWarnings("NullAway") // for Hibernate
    protected OrderRow() {}

    OrderRow(OrderPlaced placed) {
        orderId = placed.orderId();
        customerId = placed.customerId();
        country = placed.country();
        currency = placed.currency();
        placedAt = placed.placedAt();
        status = "PLACED";
        lineCount = placed.lines().size();
        units = placed.lines().stream().mapToLong(OrderLine::quantity).sum();
        amount = placed.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void confirm() {
        status = "CONFIRMED";
    }

    @Override
    public String toString() {
        return "%s of %s in %s %s, %s, at %s: %d lines, %d pieces, %s"
                .formatted(orderId, customerId, country, currency, status, placedAt, lineCount, units, amount);
    }
}
