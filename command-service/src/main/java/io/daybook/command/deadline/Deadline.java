package io.daybook.command.deadline;

import io.daybook.command.platform.Cause;
import java.time.Instant;

/**
 * Something that has to happen to an order by a time, or else.
 *
 * @param id deterministic: what it is about and its kind
 * @param due the last instant at which it is not yet late
 * @param causedBy the event that set it
 */
record Deadline(
        String id,
        Kind kind,
        String orderId,
        String sku,
        String reservationId,
        Instant due,
        String correlationId,
        String causedBy) {

    Cause cause() {
        return new Cause(kind.policy(), correlationId, causedBy);
    }

    /** What a deadline is about, and who acts when it has passed. */
    enum Kind {
        PAYMENT("WhenPaymentOverdueCancelOrder"),
        RESERVATION("WhenReservationExpiredReleaseStock");

        private final String policy;

        Kind(String policy) {
            this.policy = policy;
        }

        String policy() {
            return policy;
        }
    }
}
