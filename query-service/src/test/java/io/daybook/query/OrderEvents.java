package io.daybook.query;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one order that tests start from: a customer's, from a country, in a currency, at a time. */
public record OrderEvents(String orderId, @Nullable String customerId, String country, String currency, Instant at) {

    public static OrderLine line(int number, String sku, long quantity, String unitPrice) {
        return new OrderLine(number, sku, quantity, new BigDecimal(unitPrice), true);
    }

    public OrderPlaced placed(OrderLine... lines) {
        return new OrderPlaced(orderId, customerId, country, currency, at, "ON_ACCOUNT", List.of(lines));
    }

    public OrderConfirmed confirmed(OrderLine... lines) {
        return new OrderConfirmed(orderId, customerId, country, currency, at, List.of(lines));
    }

    public OrderCancelled cancelled(boolean confirmed, OrderLine... lines) {
        return new OrderCancelled(
                orderId, customerId, country, currency, at, "CUSTOMER", "changed my mind", confirmed, List.of(lines));
    }

    /** The payload of a confirmed order's cancellation as the first revision had it of two mugs. */
    public String cancelledEarlier() {
        return """
                {"orderId":"%s","customerId":null,"country":"%s","currency":"%s","cancelledAt":"%s","cause":"CUSTOMER",\
                "reason":"changed my mind","confirmed":true,"lines":[{"line":1,"sku":"MUG","quantity":2,"unitPrice":"2.50",\
                "stocked":true}]}""".formatted(orderId, country, currency, at);
    }

    public GoodsReturned returned(String returnId, OrderLine... lines) {
        return new GoodsReturned(returnId, orderId, customerId, country, currency, at, List.of(lines));
    }

    public GoodsReturned returnedWithoutOrder(String returnId, OrderLine... lines) {
        return new GoodsReturned(returnId, null, customerId, country, currency, at, List.of(lines));
    }

    public AdjustmentRecorded adjusted(String adjustmentId, String sku, String amount) {
        return new AdjustmentRecorded(
                adjustmentId, sku, "bad debt", customerId, country, new BigDecimal(amount), currency, at);
    }
}
