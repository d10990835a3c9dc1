package io.daybook.api.stock.event;

/** Pieces that were set aside have left the house. */
public record StockDispatched(String sku, String reservationId, long quantity) implements StockEvent {}
