package io.daybook.schema;

import io.daybook.api.order.event.OrderCancelled;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What has changed in the events of orders. */
final class OrderUpcasters {

    static final List<Upcaster> ALL = List.of(new Upcaster(OrderCancelled.class, 1, OrderUpcasters::afterConfirmation));

    private OrderUpcasters() {}

    /** {@code confirmed} read as if the cancellation were. */
    private static void afterConfirmation(ObjectNode cancelled) {
        JsonNode confirmed = cancelled.remove("confirmed");
        if (confirmed == null) {
            throw new IllegalArgumentException("there is no confirmed");
        }
        cancelled.set("afterConfirmation", confirmed);
    }
}
