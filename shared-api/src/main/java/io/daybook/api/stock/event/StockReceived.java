package io.daybook.api.stock.event;

import java.time.Instant;

/** Pieces came in, from a delivery or a return. */
public record StockReceived(String sku, String receiptId, long quantity, String source, Instant receivedAt)
        implements StockEvent {}
