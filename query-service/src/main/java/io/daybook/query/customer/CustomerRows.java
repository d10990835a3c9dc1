package io.daybook.query.customer;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Rows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

@Component
final class CustomerRows extends Rows<CustomerRow> {

    CustomerRows(EntityManager entityManager) {
        super(entityManager, CustomerRow.class, RejectionCode.CUSTOMER_UNKNOWN);
    }
}
