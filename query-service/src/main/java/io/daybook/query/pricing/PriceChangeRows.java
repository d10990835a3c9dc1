package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class PriceChangeRows extends Rows<PriceChangeRow> {

    PriceChangeRows(EntityManager entityManager) {
        super(entityManager, PriceChangeRow.class, RejectionCode.PRICE_UNKNOWN);
    }
}
