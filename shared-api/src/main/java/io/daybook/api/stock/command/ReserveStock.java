package io.daybook.api.stock.command;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets pieces aside for an order line, for good or until a time; answers a {@link ReservationOutcome}, the same one for
 * the same {@code reservationId}.
 */
public record ReserveStock(
        String sku,
        String reservationId,
        long quantity,
        @Nullable Instant expiresAt) implements StockCommand {
    public ReserveStock {
        sku = Require.identifier(sku, "sku");
        reservationId = Require.reference(reservationId, "reservationId");
        Require.quantity(quantity, "quantity");
        if (expiresAt != null) {
            Require.time(expiresAt, "expiresAt");
        }
    }

    /** A firm reservation. */
    public ReserveStock(String sku, String reservationId, long quantity) {
        this(sku, reservationId, quantity, null);
    }
}
