package io.daybook.command.stock;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;
import org.jspecify.annotations.Nullable;

/** Only pieces that were reserved, and not released since, leave the house. */
record DispatchedStockWasReserved(
        String reservationId, @Nullable Reservation reservation) implements Rule {

    @Override
    public boolean holds() {
        return reservation != null
                && (reservation.state() == Reservation.State.OPEN
                        || reservation.state() == Reservation.State.DISPATCHED);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.RESERVATION_UNKNOWN;
    }

    @Override
    public String explanation() {
        return "There is no open reservation %s".formatted(reservationId);
    }
}
