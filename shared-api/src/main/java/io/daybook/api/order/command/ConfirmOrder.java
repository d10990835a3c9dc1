package io.daybook.api.order.command;

import io.daybook.api.Require;

/** Confirms an order on account all of whose lines are reserved. */
public record ConfirmOrder(String orderId) implements OrderCommand {
    public ConfirmOrder {
        orderId = Require.identifier(orderId, "orderId");
    }
}
