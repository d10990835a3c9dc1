package io.daybook.api.stock.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Puts pieces on hand; a receipt with a known {@code receiptId} changes nothing. */
public record ReceiveStock(String sku, String receiptId, long quantity, String source, Instant receivedAt)
        implements StockCommand {
    public ReceiveStock {
        sku = Require.identifier(sku, "sku");
        receiptId = Require.reference(receiptId, "receiptId");
        Require.quantity(quantity, "quantity");
        source = Require.text(source, "source");
        Require.time(receivedAt, "receivedAt");
    }
}
