package io.daybook.api.stock.command;

import io.daybook.api.Require;

/** Sends reserved pieces out of the house; a dispatched reservation changes nothing. */
public record DispatchReserved(String sku, String reservationId) implements StockCommand {
    public DispatchReserved {
        sku = Require.identifier(sku, "sku");
        reservationId = Require.reference(reservationId, "reservationId");
    }
}
