package io.daybook.api.order.command;

/** The answer to {@link CancelExpired}: what is to become of the reservation. */
public enum ExpiryOutcome {
    /** The sale is made: the reservation is firm. */
    KEEP,
    /** The order is called off: the pieces are free. */
    LET_GO,
    /** It is too early to tell. */
    WAIT
}
