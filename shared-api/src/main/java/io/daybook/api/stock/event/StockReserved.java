package io.daybook.api.stock.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pieces are set aside for an order line; where the reservation is not firm, up to and including {@code expiresAt}. */
public record StockReserved(
        String sku,
        String reservationId,
        long quantity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt)
        implements StockEvent {

    /** A firm reservation. */
    public StockReserved(String sku, String reservationId, long quantity) {
        this(sku, reservationId, quantity, null);
    }
}
