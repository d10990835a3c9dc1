package io.daybook.api.stock.event;

/** Pieces that were set aside are available again. */
public record ReservationReleased(String sku, String reservationId, long quantity) implements StockEvent {}
