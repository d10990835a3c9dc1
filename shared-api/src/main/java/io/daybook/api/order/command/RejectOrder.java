package io.daybook.api.order.command;

import io.daybook.api.Require;
import io.daybook.api.order.event.LineRefusal;
import java.util.List;

/** Rejects an order some of whose lines could not be reserved. */
public record RejectOrder(String orderId, List<LineRefusal> refusals) implements OrderCommand {
    public RejectOrder {
        orderId = Require.identifier(orderId, "orderId");
        refusals = List.copyOf(refusals);
    }
}
