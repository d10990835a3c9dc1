package io.daybook.query.catalog;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class ProductRows extends Rows<ProductRow> {

    ProductRows(EntityManager entityManager) {
        super(entityManager, ProductRow.class, RejectionCode.PRODUCT_UNKNOWN);
    }
}
