package io.daybook.command.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pieces set aside for an order line, for good or up to and including a time, or refused to it. */
record Reservation(long quantity, State state, @Nullable Instant expiresAt) {

    Reservation(long quantity, State state) {
        this(quantity, state, null);
    }

    boolean isExpired(Instant time) {
        return state == State.OPEN && expiresAt != null && time.isAfter(expiresAt);
    }

    /** From open a reservation goes to released, expired or dispatched; refused stays. */
    enum State {
        OPEN,
        REFUSED,
        RELEASED,
        EXPIRED,
        DISPATCHED
    }
}
