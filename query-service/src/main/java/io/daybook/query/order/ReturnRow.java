package io.daybook.query.order;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.query.OrderLineView;
import io.daybook.api.order.query.ReturnView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that came back, written once. */
@Entity
@Table(name = "goods_return")
class ReturnRow {

    @Id
    private long position;

    private String returnId;
    private @Nullable String orderId;
    private @Nullable String customerId;
    private String country;
    private String currency;
    private Instant returnedAt;
    private long units;
    private BigDecimal amount;

    @Convert(converter = LinesJson.class)
    private List<OrderLineView> lines;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ReturnRow() {}

    ReturnRow(GoodsReturned event, long position) {
        this.position = position;
        this.returnId = event.returnId();
        this.orderId = event.orderId();
        this.customerId = event.customerId();
        this.country = event.country();
        this.currency = event.currency();
        this.returnedAt = event.returnedAt();
        this.units = OrderFold.units(event.lines());
        this.amount = OrderFold.amount(event.lines());
        this.lines = Lines.shown(event.lines());
    }

    ReturnView view() {
        return new ReturnView(returnId, orderId, customerId, country, currency, returnedAt, units, amount, lines);
    }

    long position() {
        return position;
    }
}
