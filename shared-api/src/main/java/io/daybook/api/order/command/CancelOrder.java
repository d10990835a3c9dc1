package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/** The customer's cancellation of an order that has not been shipped; a cancelled one stays as it is. */
public record CancelOrder(String orderId, String reason, Instant cancelledAt) implements OrderCommand {
    public CancelOrder {
        orderId = Require.identifier(orderId, "orderId");
        reason = Require.text(reason, "reason");
        Require.time(cancelledAt, "cancelledAt");
    }
}
