package io.daybook.api.stock.event;

/** Too few pieces were available for an order line. */
public record ReservationRefused(String sku, String reservationId, long requested, long available)
        implements StockEvent {}
