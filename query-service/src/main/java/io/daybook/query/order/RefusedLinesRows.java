package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class RefusedLinesRows extends Rows<RefusedLinesRow> {

    RefusedLinesRows(EntityManager entityManager) {
        super(entityManager, RefusedLinesRow.class, RejectionCode.ORDER_UNKNOWN);
    }
}
