package io.daybook.command.stock;

import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rule;

/** A count finds at least the pieces that are reserved; else reservations must be released first. */
record CountCoversReservations(long counted, long reserved) implements Rule {

    @Override
    public boolean holds() {
        return counted >= reserved;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.STOCK_INSUFFICIENT;
    }

    @Override
    public String explanation() {
        return "%d pieces were counted, but %d are reserved; release reservations first".formatted(counted, reserved);
    }
}
