package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class PriceRows extends Rows<PriceRow> {

    PriceRows(EntityManager entityManager) {
        super(entityManager, PriceRow.class, RejectionCode.PRICE_UNKNOWN);
    }
}
