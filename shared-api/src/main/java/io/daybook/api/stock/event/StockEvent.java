package io.daybook.api.stock.event;

/** A fact about the stock of one SKU; quantities are pieces. */
public sealed interface StockEvent
        permits StockReceived,
                StockReserved,
                ReservationRefused,
                ReservationReleased,
                ReservationExpired,
                StockDispatched,
                StockCounted,
                StockWrittenOff {

    String sku();
}
