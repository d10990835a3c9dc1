package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class OrderRows extends Rows<OrderRow> {

    OrderRows(EntityManager entityManager) {
        super(entityManager, OrderRow.class, RejectionCode.ORDER_UNKNOWN);
    }
}
