package io.daybook.query.catalog;

import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalog")
class ProductProjection extends Projection {

    ProductProjection(JdbcTemplate jdbc) {
        super(jdbc, ProductRows.MODEL);
    }

    @EventHandler
    void on(CatalogEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
