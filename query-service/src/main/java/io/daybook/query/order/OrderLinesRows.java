package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class OrderLinesRows extends Rows<OrderLinesRow> {

    OrderLinesRows(EntityManager entityManager) {
        super(entityManager, OrderLinesRow.class, RejectionCode.ORDER_UNKNOWN);
    }
}
