package io.daybook.analytics.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event books.
 *
 * @param at the business time under which it counts
 * @param lines in the order of the event, as many for a SKU as that has
 */
public record Booking(
        Kind kind, Instant at, @Nullable String customerId, String country, String currency, List<BookedLine> lines) {

    /** Why something is booked. */
    public enum Kind {
        SALE,
        RETURN,
        CANCELLATION,
        ADJUSTMENT
    }
}
