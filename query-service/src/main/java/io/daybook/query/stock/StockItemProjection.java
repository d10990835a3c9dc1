package io.daybook.query.stock;

import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("stock")
class StockItemProjection {

    private final StockItemRows rows;
    private final Projector<StockItemRow, StockItemView, StockEvent> projector;

    StockItemProjection(StockItemRows rows) {
        this.rows = rows;
        this.projector = new Projector<>(rows, StockItemFold::apply, StockEvent::sku, StockItemRow::new);
    }

    @EventHandler
    void on(StockEvent event, TrackingToken token) {
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
