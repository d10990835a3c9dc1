package io.daybook.bench.rebuild.pooled;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows up to date event by event: found, changed, left to Hibernate to flush; new ones are persisted without
 * a look.
 */
@Component
@ProcessingGroup(PooledProjection.GROUP)
class PooledProjection {

    static final String GROUP = "pooled";

    private final EntityManager rows;
    private final LongAdder handled = new LongAdder();

    PooledProjection(EntityManager rows) {
        this.rows = rows;
    }

    long handled() {
        return handled.sum();
    }

    @EventHandler
    void on(StockReceived event) {
        StockRow row = rows.find(StockRow.class, event.sku());
        if (row == null) {
            row = new StockRow(event.sku());
            rows.persist(row);
        }
        row.receive(event.quantity());
        handled.increment();
    }

    @EventHandler
    void on(StockReserved event) {
        Objects.requireNonNull(rows.find(StockRow.class, event.sku())).reserve(event.quantity());
        handled.increment();
    }

    @EventHandler
    void on(OrderPlaced event) {
        rows.persist(new OrderRow(event));
        handled.increment();
    }

    @EventHandler
    void on(OrderConfirmed event) {
        Objects.requireNonNull(rows.find(OrderRow.class, event.orderId())).confirm();
        book(event.orderId(), event.placedAt(), event.country(), event.customerId(), event.lines(), 1);
        handled.increment();
    }

    @EventHandler
    void on(GoodsReturned event) {
        book(event.returnId(), event.returnedAt(), event.country(), event.customerId(), event.lines(), -1);
        handled.increment();
    }

    private void book(
            String document, Instant at, String country, @Nullable String customer, List<OrderLine> lines, int sign) {
        long units = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (OrderLine line : lines) {
            long own = sign * line.quantity();
            BigDecimal worth = line.amount().multiply(BigDecimal.valueOf(sign));
            rows.persist(new LineRow(line.reservationId(document), line.sku(), at, country, customer, own, worth));
            units += own;
            amount = amount.add(worth);
        }
        rows.persist(new DocumentRow(document, at, country, customer, units, amount));
    }
}
