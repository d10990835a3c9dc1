package io.daybook.query.order;

import io.daybook.api.order.query.OrderLineView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** The lines of an order, written once. */
@Entity
@Table(name = "order_lines")
class OrderLinesRow {

    @Id
    private String orderId;

    @Convert(converter = LinesJson.class)
    private List<OrderLineView> lines;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OrderLinesRow() {}

    OrderLinesRow(String orderId, List<OrderLineView> lines) {
        this.orderId = orderId;
        this.lines = lines;
    }

    List<OrderLineView> lines() {
        return lines;
    }
}
