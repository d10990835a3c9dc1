package io.daybook.api.order.event;

import io.daybook.api.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order was called off before shipment; {@code afterConfirmation} tells whether a sale is undone by it. */
@Revision(2)
public record OrderCancelled(
        String orderId,
        @Nullable String customerId,
        String country,
        String currency,
        Instant cancelledAt,
        String cause,
        String reason,
        boolean afterConfirmation,
        List<OrderLine> lines)
        implements OrderEvent {}
