package io.daybook.query.stock;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.api.stock.query.StockItemView;
import org.jspecify.annotations.Nullable;

/** What the events of stock make of a stock item: one begins with a receipt, a count or a refusal. */
final class StockItemFold {

    private StockItemFold() {}

    static StockItemView apply(@Nullable StockItemView view, StockEvent event) {
        return switch (event) {
            case StockReceived received -> change(begun(view, event), received.quantity(), 0);
            case StockCounted counted -> change(begun(view, event), counted.difference(), 0);
            case ReservationRefused _ -> refused(begun(view, event));
            case StockReserved reserved -> change(known(view, event), 0, reserved.quantity());
            case ReservationReleased released -> change(known(view, event), 0, -released.quantity());
            case ReservationExpired expired -> change(known(view, event), 0, -expired.quantity());
            case StockDispatched dispatched ->
                change(known(view, event), -dispatched.quantity(), -dispatched.quantity());
            case StockWrittenOff writtenOff -> change(known(view, event), -writtenOff.quantity(), 0);
        };
    }

    private static StockItemView begun(@Nullable StockItemView view, StockEvent event) {
        return view == null ? new StockItemView(event.sku(), 0, 0, 0) : view;
    }

    private static StockItemView change(StockItemView view, long onHand, long reserved) {
        return new StockItemView(
                view.sku(),
                Math.addExact(view.onHand(), onHand),
                Math.addExact(view.reserved(), reserved),
                view.refusals());
    }

    private static StockItemView refused(StockItemView view) {
        return new StockItemView(view.sku(), view.onHand(), view.reserved(), view.refusals() + 1);
    }
}
