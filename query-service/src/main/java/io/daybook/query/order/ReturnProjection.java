package io.daybook.query.order;

import io.daybook.api.order.event.GoodsReturned;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("order")
class ReturnProjection {

    private final ReturnRows rows;

    ReturnProjection(ReturnRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(GoodsReturned event, TrackingToken token) {
        rows.add(new ReturnRow(event, token.position().orElseThrow()));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
