package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenOrdersTest {

    private static final long PLACED = Instant.parse("2010-12-01T08:26:00Z").toEpochMilli();
    private static final long RECORDED = Instant.parse("2026-11-26T09:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final OpenOrders orders = new OpenOrders();

    @Test
    void goesByTheLatestThatItsOrderHasTold() {
        orders.timeOf(event("OrderPlaced", PLACED, RECORDED));
        assertThat(orders.timeOf(event("OrderReserved", LogEvent.NO_TIME, RECORDED + 20)))
                .isEqualTo(PLACED + 20);

        orders.timeOf(event("PaymentRecorded", PLACED + DAY, RECORDED + 30));
        assertThat(orders.timeOf(event("OrderConfirmed", LogEvent.NO_TIME, RECORDED + 35)))
                .isEqualTo(PLACED + DAY + 5);
    }

    @Test
    void isNotTakenBackByAPaymentThatIsToldWithAnEarlierTime() {
        orders.timeOf(event("OrderPlaced", RECORDED, RECORDED));
        orders.timeOf(event("PaymentRecorded", RECORDED - 60_000, RECORDED + 300_000));

        assertThat(orders.timeOf(event("OrderConfirmed", LogEvent.NO_TIME, RECORDED + 300_100)))
                .isEqualTo(RECORDED + 300_100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderConfirmed", "OrderRejected", "OrderCancelled"})
    void forgetsAnOrderThatIsDecided(String decision) {
        orders.timeOf(event("OrderPlaced", PLACED, RECORDED));
        orders.settle(event(decision, LogEvent.NO_TIME, RECORDED));

        assertThat(orders.orders().content()).isEmpty();
    }

    @Test
    void forgetsAnOrderThatNothingWasHeardOfForThirtyDays() {
        orders.timeOf(event("OrderPlaced", PLACED, RECORDED));

        assertThat(orders.timeOf(event("OrderReserved", LogEvent.NO_TIME, RECORDED + 30 * DAY)))
                .isEqualTo(PLACED + 30 * DAY);
        assertThat(orders.timeOf(event("OrderReserved", LogEvent.NO_TIME, RECORDED + 31 * DAY)))
                .isEqualTo(LogEvent.NO_TIME);
        assertThat(orders.orders().content()).isEmpty();
    }

    @Test
    void knowsWhenAReservationForAnOrderWasRefused() {
        orders.timeOf(event("OrderPlaced", PLACED, RECORDED));
        LogEvent refused = new LogEvent(
                2,
                "ReservationRefused",
                "stock:MUG",
                LogEvent.NO_TIME,
                RECORDED + 7,
                "",
                "",
                Cause.NONE,
                List.of(),
                List.of("order:1"));

        assertThat(orders.timeOf(refused)).isEqualTo(PLACED + 7);
        assertThat(orders.countryOf("order:1")).isEqualTo("France");
    }

    private static LogEvent event(String type, long at, long recorded) {
        return new LogEvent(1, type, "order:1", at, recorded, "France", "GBP", Cause.NONE, List.of(), List.of());
    }
}
