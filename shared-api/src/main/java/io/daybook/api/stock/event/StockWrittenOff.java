package io.daybook.api.stock.event;

import java.time.Instant;

/** Lost or damaged pieces are off the books. */
public record StockWrittenOff(String sku, String writeOffId, long quantity, String reason, Instant writtenOffAt)
        implements StockEvent {}
