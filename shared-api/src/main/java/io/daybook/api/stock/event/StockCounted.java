package io.daybook.api.stock.event;

import java.time.Instant;

/** The pieces on hand were counted; {@code difference} is counted minus booked. */
public record StockCounted(String sku, String countId, long counted, long difference, Instant countedAt)
        implements StockEvent {}
