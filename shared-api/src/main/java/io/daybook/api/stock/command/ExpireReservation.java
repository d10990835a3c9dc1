package io.daybook.api.stock.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Gives pieces back whose reservation has expired by this time; a firm, ended or unexpired one stays as it is. */
public record ExpireReservation(String sku, String reservationId, Instant at) implements StockCommand {
    public ExpireReservation {
        sku = Require.identifier(sku, "sku");
        reservationId = Require.reference(reservationId, "reservationId");
        Require.time(at, "at");
    }
}
