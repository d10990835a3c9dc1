package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.adjustment;
import static io.daybook.analytics.demand.Trade.cancellation;
import static io.daybook.analytics.demand.Trade.goodsBack;
import static io.daybook.analytics.demand.Trade.line;
import static io.daybook.analytics.demand.Trade.sale;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.analytics.booking.BookingKernel;
import io.daybook.analytics.demand.Visit.Kind;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemandKernelTest {

    private final DemandBook book = new DemandBook(TestPanes.SETTINGS);

    @Test
    void countsAnOrderOnceForEachProductAndForTheCountry() {
        book(1, sale("1", NINE, line(1, "A", 6, "2.55"), line(2, "B", 1, "0.001"), line(3, "A", 2, "2.10")));

        assertThat(demand(Subject.product("A"), "GBP")).isEqualTo(Demand.ordered(sales(8, "19.50")));
        assertThat(demand(Subject.product("B"), "GBP")).isEqualTo(Demand.ordered(sales(1, "0.001")));
        assertThat(demand(Subject.country("Netherlands"), "GBP")).isEqualTo(Demand.ordered(sales(9, "19.501")));
    }

    @Test
    void takesBackPiecesAndRevenueButNoOrder() {
        book(1, sale("1", NINE, line(1, "A", 6, "2.50")));
        book(2, goodsBack("R1", NINE, line(1, "A", 2, "2.50")));
        book(3, cancellation("1", NINE, true, line(1, "A", 1, "2.50")));
        book(4, adjustment("A1", NINE, "A", "-0.50"));

        assertThat(demand(Subject.product("A"), "GBP")).isEqualTo(new Demand(0, 0, 0, 1, sales(3, "7.00")));
        assertThat(book.lastSales(Subject.product("A"))).containsExactly(new Sale(NINE, 1, "GBP", sales(6, "15")));
    }

    @Test
    void keepsCurrenciesApart() {
        book(1, sale("1", NINE, line(1, "A", 1, "1")));
        book(2, new OrderConfirmed("2", null, "France", "EUR", NINE, List.of(line(1, "A", 2, "1"))));

        assertThat(demand(Subject.product("A"), "GBP").sales()).isEqualTo(sales(1, "1"));
        assertThat(demand(Subject.product("A"), "EUR").sales()).isEqualTo(sales(2, "2"));
    }

    @Test
    void refusesMoreDigitsThanMoneyHasRatherThanRound() {
        assertThatThrownBy(() -> book(1, sale("1", NINE, line(1, "A", 1, "0.00001"))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void countsWhatVisitorsDoForProductAndCountry() {
        visit(0, Kind.VIEW, null, "France");
        visit(1, Kind.VIEW, null, null);
        visit(2, Kind.CART_ADDITION, null, "France");
        visit(3, Kind.CART_REMOVAL, null, "France");
        visit(4, Kind.OTHER, null, "France");

        assertThat(demand(Subject.product("A"), "")).isEqualTo(new Demand(2, 1, 1, 0, Sales.NONE));
        assertThat(demand(Subject.country("France"), "")).isEqualTo(new Demand(1, 1, 1, 0, Sales.NONE));
        assertThat(book.progress().place()).isEqualTo(4);
    }

    @Test
    void countsARepeatedActivityOnceAndSaysThatItCameAgain() {
        visit(0, Kind.VIEW, "a1", null);
        visit(1, Kind.VIEW, "a1", null);
        visit(2, Kind.VIEW, "a2", null);

        assertThat(demand(Subject.product("A"), "").views()).isEqualTo(2);
        assertThat(book.progress().repeated()).isEqualTo(1);
    }

    private void book(long position, OrderEvent event) {
        DemandKernel.book(book, BookingKernel.bookingOf(event).orElseThrow(), position);
    }

    private void visit(long offset, Kind kind, @Nullable String activityId, @Nullable String country) {
        DemandKernel.book(book, new Visit(kind, NINE, activityId, country, kind == Kind.OTHER ? null : "A"), offset);
    }

    private Demand demand(Subject subject, String currency) {
        Figure figure = Objects.requireNonNull(book.panes(Grain.FINE).find(NINE, new Account(subject, currency)));
        assertThat(book.panes(Grain.COARSE).find(NINE, new Account(subject, currency)))
                .isEqualTo(figure);
        return figure.demand();
    }
}
