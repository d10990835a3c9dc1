package io.daybook.analytics.sales;

import static io.daybook.analytics.sales.Trade.NINE;
import static io.daybook.analytics.sales.Trade.adjustment;
import static io.daybook.analytics.sales.Trade.cancellation;
import static io.daybook.analytics.sales.Trade.goodsBack;
import static io.daybook.analytics.sales.Trade.line;
import static io.daybook.analytics.sales.Trade.sale;
import static io.daybook.analytics.sales.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.booking.BookingKernel;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SalesKernelTest {

    private final SalesKernel kernel = new SalesKernel(new Panes(Duration.ofMinutes(15)));

    @Test
    void booksAConfirmedOrderByItsBusinessTime() {
        assertThat(salesOf(sale("1", NINE.plusSeconds(899), line(1, "85123A", 6, "2.55"))))
                .containsOnly(Map.entry(key("85123A"), sales(6, "15.30")));
    }

    @Test
    void sumsSeveralLinesOfOneSkuBeforeTheyAreApplied() {
        assertThat(salesOf(sale("1", NINE, line(1, "A", 6, "2.55"), line(2, "B", 1, "0.001"), line(3, "A", 2, "2.10"))))
                .hasSize(2)
                .containsEntry(key("A"), sales(8, "19.50"))
                .containsEntry(key("B"), sales(1, "0.001"));
    }

    @Test
    void booksReturnedGoodsAndCancelledSalesNegative() {
        assertThat(salesOf(goodsBack("R1", NINE, line(1, "A", 2, "2.55"), line(2, "A", 1, "1.00"))))
                .containsEntry(key("A"), sales(-3, "-6.10"));
        assertThat(salesOf(cancellation("1", NINE, true, line(1, "A", 2, "2.55"))))
                .containsEntry(key("A"), sales(-2, "-5.10"));
    }

    @Test
    void doesNotUndoASaleThatWasNeverMade() {
        assertThat(salesOf(cancellation("1", NINE, false, line(1, "A", 2, "2.55"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11062.06", "-11062.06", "0"})
    void booksAnAdjustmentWithItsSignAndWithoutUnits(String amount) {
        assertThat(salesOf(adjustment("A1", NINE, "B", amount))).containsEntry(key("B"), sales(0, amount));
    }

    @ParameterizedTest
    @MethodSource("eventsWithoutSales")
    void leavesEventsWithoutSalesAlone(OrderEvent event) {
        assertThat(salesOf(event)).isEmpty();
    }

    @Test
    void refusesMoreDigitsThanMoneyHasRatherThanRound() {
        assertThatThrownBy(() -> salesOf(sale("1", NINE, line(1, "A", 1, "0.00001"))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void keepsCurrenciesApart() {
        var euros = new io.daybook.api.order.event.OrderConfirmed(
                "1", null, "France", "EUR", NINE, List.of(line(1, "A", 1, "1")));

        assertThat(salesOf(euros)).containsOnlyKeys(new SalesKey(NINE, "EUR", "A"));
    }

    static List<OrderEvent> eventsWithoutSales() {
        return List.of(
                new OrderPlaced("1", null, "France", "GBP", NINE, "IN_ADVANCE", List.of(line(1, "A", 1, "1"))),
                new OrderReserved("1", NINE, NINE),
                new FulfilmentStalled("1", "RESERVE", "power failed", NINE),
                new FulfilmentRetried("1", "R", "RESERVE", "power is back", NINE, "IN_ADVANCE", List.of()),
                new OrderRejected("1", List.of()),
                new PaymentRecorded("1", "P1", BigDecimal.TEN, "GBP", NINE),
                new OrderShipped("1", NINE, List.of(line(1, "A", 1, "1"))));
    }

    private Map<SalesKey, Sales> salesOf(OrderEvent event) {
        return BookingKernel.bookingOf(event).map(kernel::salesOf).orElseGet(Map::of);
    }

    private static SalesKey key(String sku) {
        return new SalesKey(Instant.parse("2011-11-14T09:00:00Z"), "GBP", sku);
    }
}
