package io.daybook.api.stock.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Takes lost or damaged pieces off the books; a known {@code writeOffId} changes nothing. */
public record WriteOffStock(String sku, String writeOffId, long quantity, String reason, Instant writtenOffAt)
        implements StockCommand {
    public WriteOffStock {
        sku = Require.identifier(sku, "sku");
        writeOffId = Require.identifier(writeOffId, "writeOffId");
        Require.quantity(quantity, "quantity");
        reason = Require.text(reason, "reason");
        Require.time(writtenOffAt, "writtenOffAt");
    }
}
