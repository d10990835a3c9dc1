package io.daybook.command.stock;

/** Pieces set aside for an order line, or refused to it. */
record Reservation(long quantity, State state) {

    /** From open a reservation goes to released or dispatched; refused stays. */
    enum State {
        OPEN,
        REFUSED,
        RELEASED,
        DISPATCHED
    }
}
