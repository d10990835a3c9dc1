package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;

/** An operator had a step done again; carries what that takes, so that the automation needs no other event. */
public record FulfilmentRetried(
        String orderId,
        String retryId,
        String step,
        String reason,
        Instant retriedAt,
        String paymentTerms,
        List<OrderLine> lines)
        implements OrderEvent {}
