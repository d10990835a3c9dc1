package io.daybook.query.customer;

import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.query.platform.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("customer")
class CustomerProjection {

    private final CustomerRows rows;
    private final Projector<CustomerRow, SealedCustomer, CustomerEvent> projector;

    CustomerProjection(CustomerRows rows) {
        this.rows = rows;
        this.projector = new Projector<>(rows, CustomerFold::apply, CustomerEvent::customerId, CustomerRow::new);
    }

    @EventHandler
    void on(CustomerEvent event, TrackingToken token) {
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
