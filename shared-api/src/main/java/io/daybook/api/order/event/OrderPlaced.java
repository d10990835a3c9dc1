package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order was placed; its lines are priced and not yet reserved. {@code placedAt} is business time. */
public record OrderPlaced(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant placedAt,
        String paymentTerms,
        List<OrderLine> lines)
        implements OrderEvent {}
