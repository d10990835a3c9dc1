package io.daybook.query.catalog;

import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalog")
class ProductProjection {

    private final ProductRows rows;
    private final Projector<ProductRow, ProductView, CatalogEvent> projector;

    ProductProjection(ProductRows rows) {
        this.rows = rows;
        this.projector = new Projector<>(rows, ProductFold::apply, CatalogEvent::sku, ProductRow::new);
    }

    @EventHandler
    void on(CatalogEvent event, TrackingToken token) {
        projector.project(event, token);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
