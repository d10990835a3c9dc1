package io.daybook.api.order.command;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;

/** Takes goods of a shipped order back at the price they were sold for; a known {@code returnId} changes nothing. */
public record ReturnGoods(String orderId, String returnId, List<ReturnedQuantity> lines, Instant returnedAt)
        implements OrderCommand {
    public ReturnGoods {
        orderId = Require.identifier(orderId, "orderId");
        returnId = Require.identifier(returnId, "returnId");
        lines = Require.lines(lines, "lines");
        Require.time(returnedAt, "returnedAt");
    }
}
