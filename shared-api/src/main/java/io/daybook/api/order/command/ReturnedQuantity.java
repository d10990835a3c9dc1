package io.daybook.api.order.command;

import io.daybook.api.Require;

/** How many pieces of an order line come back. */
public record ReturnedQuantity(int line, long quantity) {
    public ReturnedQuantity {
        Require.quantity(quantity, "quantity");
    }
}
