package io.daybook.query.pricing;

import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.query.platform.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("pricing")
class PriceProjection {

    private final PriceRows rows;
    private final PriceChangeRows changes;
    private final Projector<PriceRow, PriceState, PricingEvent> projector;

    PriceProjection(PriceRows rows, PriceChangeRows changes) {
        this.rows = rows;
        this.changes = changes;
        this.projector = new Projector<>(rows, PriceFold::apply, PricingEvent::sku, PriceRow::new);
    }

    @EventHandler
    void on(PricingEvent event, TrackingToken token) {
        changes.add(
                new PriceChangeRow(PriceChanges.shown(event, token.position().orElseThrow()), event.sku()));
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
        changes.clear();
    }
}
