package io.daybook.query.sales;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.query.platform.Batch;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("sales")
class SalesProjection {

    private final SalesBook book;
    private final String currency;
    private final Batch<Booking> batch;

    SalesProjection(SalesBook book, SalesProperties properties) {
        this.book = book;
        this.currency = properties.currency();
        this.batch = new Batch<>("sales", book::append);
    }

    @EventHandler
    void on(OrderConfirmed event, TrackingToken token) {
        batch.add(BookingRules.sale(event), token);
    }

    @EventHandler
    void on(GoodsReturned event, TrackingToken token) {
        batch.add(BookingRules.takenBack(event), token);
    }

    @EventHandler
    void on(OrderCancelled event, TrackingToken token) {
        BookingRules.undone(event).ifPresent(booking -> batch.add(booking, token));
    }

    @EventHandler
    void on(AdjustmentRecorded event, TrackingToken token) {
        batch.add(BookingRules.adjusted(event), token);
    }

    @EventHandler
    void on(StockWrittenOff event, TrackingToken token) {
        batch.add(BookingRules.writtenOff(event, currency), token);
    }

    @ResetHandler
    void reset() {
        book.clear();
    }
}
