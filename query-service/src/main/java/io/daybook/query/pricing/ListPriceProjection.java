package io.daybook.query.pricing;

import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.query.platform.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("pricing")
class ListPriceProjection {

    private final ListPriceRows rows;
    private final Projector<ListPriceRow, ListPriceView, PricingEvent> projector;

    ListPriceProjection(ListPriceRows rows) {
        this.rows = rows;
        this.projector = new Projector<>(rows, ListPriceFold::apply, PricingEvent::sku, ListPriceRow::new);
    }

    @EventHandler
    void on(PricingEvent event, TrackingToken token) {
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
