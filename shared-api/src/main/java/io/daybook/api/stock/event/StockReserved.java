package io.daybook.api.stock.event;

/** Pieces are set aside for an order line. */
public record StockReserved(String sku, String reservationId, long quantity) implements StockEvent {}
