package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Ships a confirmed order. */
public record ShipOrder(String orderId, Instant shippedAt) implements OrderCommand {
    public ShipOrder {
        orderId = Require.identifier(orderId, "orderId");
        Require.time(shippedAt, "shippedAt");
    }
}
