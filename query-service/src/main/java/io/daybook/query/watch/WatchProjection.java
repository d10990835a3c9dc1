package io.daybook.query.watch;

import io.daybook.api.watch.event.WatchEvent;
import io.daybook.query.platform.model.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("watch")
class WatchProjection extends Projection {

    WatchProjection(JdbcTemplate jdbc) {
        super(jdbc, WatchRows.MODEL);
    }

    @EventHandler
    void on(WatchEvent event, DomainEventMessage<?> message, TrackingToken token) {
        project(event, message, token);
    }
}
