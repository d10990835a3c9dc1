package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/**
 * Asks an order to let go of a reservation that expired by this time; one not paid yet is cancelled by it. Answers an
 * {@link ExpiryOutcome}.
 */
public record CancelExpired(String orderId, Instant at) implements OrderCommand {
    public CancelExpired {
        orderId = Require.identifier(orderId, "orderId");
        Require.time(at, "at");
    }
}
