package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order was called off before shipment; {@code confirmed} tells whether a sale is undone by it. */
public record OrderCancelled(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant cancelledAt,
        String cause,
        String reason,
        boolean confirmed,
        List<OrderLine> lines)
        implements OrderEvent {}
