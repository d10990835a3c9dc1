package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every line is reserved, and paid where that comes first: the sale is made. Carries the sale whole, so that readers
 * need no other event.
 */
public record OrderConfirmed(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant placedAt,
        List<OrderLine> lines)
        implements OrderEvent {}
