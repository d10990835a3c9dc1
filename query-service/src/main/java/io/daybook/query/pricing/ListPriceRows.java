package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class ListPriceRows extends Rows<ListPriceRow> {

    ListPriceRows(EntityManager entityManager) {
        super(entityManager, ListPriceRow.class, RejectionCode.PRICE_UNKNOWN);
    }
}
