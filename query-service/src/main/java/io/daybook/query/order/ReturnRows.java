package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class ReturnRows extends Rows<ReturnRow> {

    ReturnRows(EntityManager entityManager) {
        super(entityManager, ReturnRow.class, RejectionCode.ORDER_UNKNOWN);
    }
}
