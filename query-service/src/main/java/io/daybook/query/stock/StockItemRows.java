package io.daybook.query.stock;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class StockItemRows extends Rows<StockItemRow> {

    StockItemRows(EntityManager entityManager) {
        super(entityManager, StockItemRow.class, RejectionCode.STOCK_ITEM_UNKNOWN);
    }
}
