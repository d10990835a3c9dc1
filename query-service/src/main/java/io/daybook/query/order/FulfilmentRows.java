package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class FulfilmentRows extends Rows<FulfilmentRow> {

    FulfilmentRows(EntityManager entityManager) {
        super(entityManager, FulfilmentRow.class, RejectionCode.ORDER_UNKNOWN);
    }
}
