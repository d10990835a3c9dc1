package io.daybook.analytics.demand;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Events of trade, with defaults for what a test does not care about. */
final class Trade {

    static final Instant NINE = Instant.parse("2011-11-14T09:00:00Z");

    private Trade() {}

    static OrderConfirmed sale(String orderId, Instant placedAt, OrderLine... lines) {
        return new OrderConfirmed(orderId, "14646", "Netherlands", "GBP", placedAt, List.of(lines));
    }

    static GoodsReturned goodsBack(String returnId, Instant returnedAt, OrderLine... lines) {
        return new GoodsReturned(returnId, null, null, "Netherlands", "GBP", returnedAt, List.of(lines));
    }

    static OrderCancelled cancellation(String orderId, Instant cancelledAt, boolean confirmed, OrderLine... lines) {
        return new OrderCancelled(
                orderId,
                null,
                "Netherlands",
                "GBP",
                cancelledAt,
                "CUSTOMER",
                "changed mind",
                confirmed,
                List.of(lines));
    }

    static AdjustmentRecorded adjustment(String adjustmentId, Instant recordedAt, String sku, String amount) {
        return new AdjustmentRecorded(
                adjustmentId, sku, "bad debt", null, "United Kingdom", new BigDecimal(amount), "GBP", recordedAt);
    }

    static OrderLine line(int number, String sku, long quantity, String unitPrice) {
        return new OrderLine(number, sku, quantity, new BigDecimal(unitPrice), true);
    }

    static Sales sales(long units, String revenue) {
        return new Sales(units, new BigDecimal(revenue));
    }
}
