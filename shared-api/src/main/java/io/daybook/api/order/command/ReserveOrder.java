package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Says that every line of an order in advance is reserved: until when, and until when it may be paid. */
public record ReserveOrder(String orderId, Instant payBy, Instant reservedUntil) implements OrderCommand {
    public ReserveOrder {
        orderId = Require.identifier(orderId, "orderId");
        Require.time(payBy, "payBy");
        Require.time(reservedUntil, "reservedUntil");
    }
}
