package io.daybook.api.stock.event;

import java.time.Instant;

/** Pieces that were set aside until a time that has passed are available again. */
public record ReservationExpired(String sku, String reservationId, long quantity, Instant expiredAt)
        implements StockEvent {}
