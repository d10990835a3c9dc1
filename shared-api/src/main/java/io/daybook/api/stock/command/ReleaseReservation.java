package io.daybook.api.stock.command;

import io.daybook.api.Require;

/** Gives reserved pieces back; an unknown or ended reservation changes nothing. */
public record ReleaseReservation(String sku, String reservationId) implements StockCommand {
    public ReleaseReservation {
        sku = Require.identifier(sku, "sku");
        reservationId = Require.reference(reservationId, "reservationId");
    }
}
