package io.daybook.command.order;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.Command;
import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.order.CancellationCause;
import io.daybook.api.order.Orders;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.CancelExpired;
import io.daybook.api.order.command.CancelUnpaid;
import io.daybook.api.order.command.ExpiryOutcome;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.command.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderInAdvanceTest {

    private static final String TOTAL = "33.30";
    private static final List<OrderEvent> PAID =
            List.of(Orders.placedInAdvance(), Orders.reserved(), Orders.paid("P", TOTAL), Orders.confirmed());

    private static final Map<OrderState, List<OrderEvent>> HISTORIES = Map.of(
            OrderState.PLACED, List.of(Orders.placedInAdvance()),
            OrderState.RESERVED, List.of(Orders.placedInAdvance(), Orders.reserved()),
            OrderState.CONFIRMED, PAID,
            OrderState.REJECTED, List.of(Orders.placedInAdvance(), Orders.rejected()),
            OrderState.SHIPPED,
                    Stream.concat(PAID.stream(), Stream.of(Orders.shipped())).toList(),
            OrderState.CANCELLED, List.of(Orders.placedInAdvance(), Orders.reserved(), Orders.cancelled(false)));

    /** For each command what it does in PLACED, RESERVED, CONFIRMED, REJECTED, SHIPPED and CANCELLED. */
    private static final Map<Command, String> LIFE_CYCLE = Map.of(
            Orders.placeInAdvance(), "nothing nothing nothing nothing nothing nothing",
            Orders.reserve(), "event nothing refusal refusal refusal refusal",
            Orders.reject(), "event refusal refusal nothing refusal refusal",
            Orders.pay("Q", "0"), "refusal event event refusal event refusal",
            Orders.ship(), "refusal refusal event refusal nothing refusal",
            Orders.cancel(), "event event event refusal refusal nothing",
            Orders.forceCancellation(), "event event event refusal refusal nothing",
            Orders.cancelUnpaid(), "nothing event nothing nothing nothing nothing",
            Orders.cancelExpired(), "event event nothing nothing nothing nothing",
            Orders.takeBack("R", 1), "refusal refusal refusal refusal event refusal");

    private final FixtureConfiguration<Order> order = Fixtures.of(Order.class);

    static Stream<Arguments> lifeCycle() {
        return LIFE_CYCLE.entrySet().stream().flatMap(row -> {
            Iterator<String> outcomes = List.of(row.getValue().split(" ")).iterator();
            return Stream.of(OrderState.values()).map(state -> Arguments.of(state, row.getKey(), outcomes.next()));
        });
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("lifeCycle")
    void followsItsLifeCycle(OrderState state, Command command, String outcome) {
        ResultValidator<Order> result = in(state).when(command);
        switch (outcome) {
            case "event" -> result.expectSuccessfulHandlerExecution().expectEvents(eventOf(command, state));
            case "nothing" -> result.expectSuccessfulHandlerExecution().expectNoEvents();
            default -> result.expectNoEvents().expectException(refusal(RejectionCode.ORDER_STATE_FORBIDS));
        }
    }

    private static OrderEvent eventOf(Command command, OrderState state) {
        boolean sold = state == OrderState.CONFIRMED;
        return Objects.requireNonNull(Map.<Command, OrderEvent>of(
                        Orders.reserve(), Orders.reserved(),
                        Orders.reject(), Orders.rejected(),
                        Orders.pay("Q", "0"), Orders.paid("Q", "0"),
                        Orders.ship(), Orders.shipped(),
                        Orders.cancel(), Orders.cancelled(sold),
                        Orders.forceCancellation(), Orders.cancelledByOperator(sold),
                        Orders.cancelUnpaid(), overdue(Orders.cancelUnpaid().at()),
                        Orders.cancelExpired(), expired(Orders.cancelExpired().at()),
                        Orders.takeBack("R", 1), Orders.returned("R", 1))
                .get(command));
    }

    @Test
    void isNotConfirmedUnpaid() {
        in(OrderState.PLACED)
                .when(Orders.confirm())
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PAYMENT_TERMS_FORBID));
    }

    @ParameterizedTest
    @CsvSource({"33.29,PAID", "33.30,CONFIRMED", "33.3000,CONFIRMED", "33.31,REFUSED"})
    void isConfirmedOnceItsTotalIsPaid(String amount, String outcome) {
        ResultValidator<Order> result = in(OrderState.RESERVED).when(Orders.pay("P", amount));
        switch (outcome) {
            case "PAID" -> result.expectEvents(Orders.paid("P", amount));
            case "CONFIRMED" -> result.expectEvents(Orders.paid("P", amount), Orders.confirmed());
            default -> result.expectNoEvents().expectException(refusal(RejectionCode.PAYMENT_EXCEEDS_TOTAL));
        }
    }

    @ParameterizedTest
    @CsvSource({"23.29,PAID", "23.30,CONFIRMED", "23.31,REFUSED"})
    void isPaidInParts(String amount, String outcome) {
        ResultValidator<Order> result = order.given(
                        Orders.placedInAdvance(), Orders.reserved(), Orders.paid("P", "10.00"))
                .when(Orders.pay("Q", amount));
        switch (outcome) {
            case "PAID" -> result.expectEvents(Orders.paid("Q", amount));
            case "CONFIRMED" -> result.expectEvents(Orders.paid("Q", amount), Orders.confirmed());
            default -> result.expectNoEvents().expectException(refusal(RejectionCode.PAYMENT_EXCEEDS_TOTAL));
        }
    }

    @Test
    void isPaidOnceByAPayment() {
        order.given(Orders.placedInAdvance(), Orders.reserved(), Orders.paid("P", "10.00"))
                .when(Orders.pay("P", "10.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        in(OrderState.CONFIRMED)
                .when(Orders.pay("P", TOTAL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isPaidNoMoreOnceItIsPaid() {
        in(OrderState.CONFIRMED)
                .when(Orders.pay("Q", "0.01"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PAYMENT_EXCEEDS_TOTAL));
    }

    @Test
    void isPaidInItsOwnCurrency() {
        in(OrderState.RESERVED)
                .when(new RecordPayment(Orders.ID, "P", Money.of(TOTAL, "EUR"), Orders.LATER))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.CURRENCY_MISMATCH));
    }

    @ParameterizedTest
    @CsvSource({"-1,true", "0,true", "1,false"})
    void isPaidUpToTheEndOfItsWindow(long nanos, boolean inTime) {
        Instant paidAt = Orders.PAY_BY.plusNanos(nanos);
        RecordPayment payment = new RecordPayment(Orders.ID, "P", Money.of(TOTAL, Orders.CURRENCY), paidAt);

        ResultValidator<Order> result = in(OrderState.RESERVED).when(payment);

        if (inTime) {
            result.expectEvents(
                    new PaymentRecorded(Orders.ID, "P", new BigDecimal(TOTAL), Orders.CURRENCY, paidAt),
                    Orders.confirmed());
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.PAYMENT_WINDOW_CLOSED));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "1,true"})
    void isCancelledOnceItsWindowIsOver(long nanos, boolean over) {
        Instant time = Orders.PAY_BY.plusNanos(nanos);

        ResultValidator<Order> result = in(OrderState.RESERVED).when(new CancelUnpaid(Orders.ID, time));

        if (over) {
            result.expectEvents(overdue(time));
        } else {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }
    }

    @Test
    void isCancelledThoughAPartWasPaid() {
        order.given(Orders.placedInAdvance(), Orders.reserved(), Orders.paid("P", "33.29"))
                .when(Orders.cancelUnpaid())
                .expectEvents(overdue(Orders.cancelUnpaid().at()));
    }

    @ParameterizedTest
    @CsvSource({"-1,WAIT", "0,WAIT", "1,LET_GO"})
    void letsGoOfItsReservationsOnceTheyHaveExpired(long nanos, ExpiryOutcome outcome) {
        Instant time = Orders.RESERVED_UNTIL.plusNanos(nanos);

        ResultValidator<Order> result = in(OrderState.RESERVED).when(new CancelExpired(Orders.ID, time));

        result.expectResultMessagePayload(outcome);
        if (outcome == ExpiryOutcome.LET_GO) {
            result.expectEvents(expired(time));
        } else {
            result.expectNoEvents();
        }
    }

    @Test
    void keepsItsReservationsOnceItIsPaidAndLetsThemGoOnceItIsOver() {
        in(OrderState.CONFIRMED).when(Orders.cancelExpired()).expectResultMessagePayload(ExpiryOutcome.KEEP);
        in(OrderState.SHIPPED).when(Orders.cancelExpired()).expectResultMessagePayload(ExpiryOutcome.KEEP);
        in(OrderState.REJECTED).when(Orders.cancelExpired()).expectResultMessagePayload(ExpiryOutcome.LET_GO);
        in(OrderState.CANCELLED).when(Orders.cancelExpired()).expectResultMessagePayload(ExpiryOutcome.LET_GO);
    }

    @Test
    void isConfirmedAtOnceWhereItCostsNothing() {
        List<OrderLine> gift = List.of(Orders.line(1, "85123A", 1, "0.00", true));

        order.given(new OrderPlaced(Orders.ID, null, "France", "GBP", Orders.PLACED_AT, "IN_ADVANCE", gift))
                .when(Orders.reserve())
                .expectEvents(
                        Orders.reserved(),
                        new OrderConfirmed(Orders.ID, null, "France", "GBP", Orders.PLACED_AT, gift));
    }

    @Test
    void isAnotherOrderWithOtherPaymentTerms() {
        in(OrderState.PLACED)
                .when(new PlaceOrder(
                        Orders.ID,
                        Orders.CUSTOMER,
                        Orders.COUNTRY,
                        Orders.CURRENCY,
                        Orders.PLACED_AT,
                        PaymentTerms.ON_ACCOUNT,
                        Orders.LINES))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    private static OrderEvent overdue(Instant time) {
        return Orders.cancelledAt(time, CancellationCause.PAYMENT_OVERDUE, "Not paid by " + Orders.PAY_BY, false);
    }

    private static OrderEvent expired(Instant time) {
        return Orders.cancelledAt(
                time, CancellationCause.RESERVATION_EXPIRED, "Not paid while its pieces were held", false);
    }

    private TestExecutor<Order> in(OrderState state) {
        return order.given(Objects.requireNonNull(HISTORIES.get(state)));
    }
}
