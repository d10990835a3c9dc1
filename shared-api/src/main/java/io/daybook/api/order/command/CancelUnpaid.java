package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Cancels an order whose payment window is over at this time; one that is paid, or has time left, stays as it is. */
public record CancelUnpaid(String orderId, Instant at) implements OrderCommand {
    public CancelUnpaid {
        orderId = Require.identifier(orderId, "orderId");
        Require.time(at, "at");
    }
}
