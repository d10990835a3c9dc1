package io.daybook.query.order;

import io.daybook.api.order.query.RefusedLineView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** The lines of a rejected order that could not be reserved, written once. */
@Entity
@Table(name = "order_refused_lines")
class RefusedLinesRow {

    @Id
    private String orderId;

    @Convert(converter = RefusedLinesJson.class)
    private List<RefusedLineView> lines;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    RefusedLinesRow() {}

    RefusedLinesRow(String orderId, List<RefusedLineView> lines) {
        this.orderId = orderId;
        this.lines = lines;
    }

    List<RefusedLineView> lines() {
        return lines;
    }
}
