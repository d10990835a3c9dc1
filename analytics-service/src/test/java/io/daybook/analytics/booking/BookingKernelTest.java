package io.daybook.analytics.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.booking.Booking.Kind;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a booking says beyond the sums, which the sums' own tests look at. */
class BookingKernelTest {

    private static final Instant NINE = Instant.parse("2011-11-14T09:00:00Z");
    private static final List<OrderLine> LINES = List.of(
            new OrderLine(1, "A", 2, new BigDecimal("2.55"), true), new OrderLine(2, "A", 1, BigDecimal.ONE, true));

    @Test
    void keepsWhoBoughtWhatLineByLine() {
        assertThat(BookingKernel.bookingOf(new OrderConfirmed("1", "C", "France", "EUR", NINE, LINES)))
                .contains(new Booking(
                        Kind.SALE,
                        NINE,
                        "C",
                        "France",
                        "EUR",
                        List.of(
                                new BookedLine("A", 2, new BigDecimal("5.10")),
                                new BookedLine("A", 1, BigDecimal.ONE))));
    }

    @Test
    void tellsAReturnFromACancellation() {
        assertThat(BookingKernel.bookingOf(new GoodsReturned("R", null, null, "France", "EUR", NINE, LINES))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Kind.RETURN);
        Booking cancelled = BookingKernel.bookingOf(
                        new OrderCancelled("1", null, "France", "EUR", NINE, "CUSTOMER", "none", true, LINES))
                .orElseThrow();
        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLATION);
        assertThat(cancelled.lines().getFirst()).isEqualTo(new BookedLine("A", -2, new BigDecimal("-5.10")));
    }
}
