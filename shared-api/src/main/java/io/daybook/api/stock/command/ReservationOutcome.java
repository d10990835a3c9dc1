package io.daybook.api.stock.command;

/**
 * The answer to {@link ReserveStock}: whether the pieces are set aside, and how many were available when it was
 * decided.
 */
public record ReservationOutcome(boolean reserved, long available) {}
