package io.daybook.query.pricing;

import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("pricing")
class PriceProjection extends Projection {

    PriceProjection(JdbcTemplate jdbc) {
        super(jdbc, PriceRows.MODEL, PriceChangeRows.MODEL, PriceTimelineRows.MODEL);
    }

    @EventHandler
    void on(PricingEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
