package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods came back; quantities are positive pieces, at the price they were sold for. {@code orderId} is null where the
 * order is not known.
 */
public record GoodsReturned(
        String returnId,
        @Nullable String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant returnedAt,
        List<OrderLine> lines)
        implements OrderEvent {}
