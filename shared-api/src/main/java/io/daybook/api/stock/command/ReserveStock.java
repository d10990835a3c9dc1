package io.daybook.api.stock.command;

import io.daybook.api.Require;

/** Sets pieces aside for an order line; answers a {@link ReservationOutcome}, the same one for the same {@code reservationId}. */
public record ReserveStock(String sku, String reservationId, long quantity) implements StockCommand {
    public ReserveStock {
        sku = Require.identifier(sku, "sku");
        reservationId = Require.reference(reservationId, "reservationId");
        Require.quantity(quantity, "quantity");
    }
}
