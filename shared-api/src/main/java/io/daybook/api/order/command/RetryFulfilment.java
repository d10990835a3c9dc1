package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/** An operator's wish to have the present step done again; a known {@code retryId} changes nothing. */
public record RetryFulfilment(String orderId, String retryId, String reason, Instant retriedAt)
        implements OrderCommand {
    public RetryFulfilment {
        orderId = Require.identifier(orderId, "orderId");
        retryId = Require.identifier(retryId, "retryId");
        reason = Require.text(reason, "reason");
        Require.time(retriedAt, "retriedAt");
    }
}
