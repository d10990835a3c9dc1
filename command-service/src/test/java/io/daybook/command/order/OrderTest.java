package io.daybook.command.order;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.Command;
import io.daybook.api.Money;
import io.daybook.api.RejectionCode;
import io.daybook.api.order.Orders;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.ExpiryOutcome;
import io.daybook.api.order.command.PlaceOrder;
import io.daybook.api.order.command.RecordPayment;
import io.daybook.api.order.command.ReturnGoods;
import io.daybook.api.order.command.ReturnedQuantity;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.command.Fixtures;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    private static final Map<OrderState, List<OrderEvent>> HISTORIES = Map.of(
            OrderState.PLACED, List.of(Orders.placed()),
            OrderState.CONFIRMED, List.of(Orders.placed(), Orders.confirmed()),
            OrderState.REJECTED, List.of(Orders.placed(), Orders.rejected()),
            OrderState.SHIPPED, List.of(Orders.placed(), Orders.confirmed(), Orders.shipped()),
            OrderState.CANCELLED, List.of(Orders.placed(), Orders.confirmed(), Orders.cancelled(true)));

    private static final List<OrderState> STATES = List.of(
            OrderState.PLACED, OrderState.CONFIRMED, OrderState.REJECTED, OrderState.SHIPPED, OrderState.CANCELLED);

    /** For each command what it does in each of these states: an event, nothing, or a refusal. */
    private static final Map<Command, String> LIFE_CYCLE = Map.of(
            Orders.place(), "nothing nothing nothing nothing nothing",
            Orders.confirm(), "event nothing refusal refusal refusal",
            Orders.reject(), "event refusal nothing refusal refusal",
            Orders.pay("P", "15.30"), "refusal event refusal event refusal",
            Orders.ship(), "refusal event refusal nothing refusal",
            Orders.cancel(), "event event refusal refusal nothing",
            Orders.takeBack("R", 1), "refusal refusal refusal event refusal",
            Orders.forceCancellation(), "event event refusal refusal nothing",
            Orders.cancelUnpaid(), "nothing nothing nothing nothing nothing",
            Orders.cancelExpired(), "nothing nothing nothing nothing nothing");

    private final FixtureConfiguration<Order> order = Fixtures.of(Order.class);

    static Stream<Arguments> lifeCycle() {
        return LIFE_CYCLE.entrySet().stream().flatMap(row -> {
            Iterator<String> outcomes = List.of(row.getValue().split(" ")).iterator();
            return STATES.stream().map(state -> Arguments.of(state, row.getKey(), outcomes.next()));
        });
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("lifeCycle")
    void followsItsLifeCycle(OrderState state, Command command, String outcome) {
        ResultValidator<Order> result = order.given(HISTORIES.get(state)).when(command);
        switch (outcome) {
            case "event" -> result.expectSuccessfulHandlerExecution().expectEvents(eventOf(command, state));
            case "nothing" -> result.expectSuccessfulHandlerExecution().expectNoEvents();
            default -> result.expectNoEvents().expectException(refusal(RejectionCode.ORDER_STATE_FORBIDS));
        }
    }

    private static OrderEvent eventOf(Command command, OrderState state) {
        return Objects.requireNonNull(Map.<Command, OrderEvent>of(
                        Orders.confirm(), Orders.confirmed(),
                        Orders.reject(), Orders.rejected(),
                        Orders.pay("P", "15.30"), Orders.paid("P", "15.30"),
                        Orders.ship(), Orders.shipped(),
                        Orders.cancel(), Orders.cancelled(state == OrderState.CONFIRMED),
                        Orders.forceCancellation(), Orders.cancelledByOperator(state == OrderState.CONFIRMED),
                        Orders.takeBack("R", 1), Orders.returned("R", 1))
                .get(command));
    }

    @Test
    void isPlaced() {
        order.givenNoPriorActivity().when(Orders.place()).expectEvents(Orders.placed());
    }

    @Test
    void isTheSameOrderWhenOnlyItsTimeWasFilledInAnew() {
        order.given(Orders.placed())
                .when(Orders.placeAt(Orders.LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesOtherContent() {
        order.given(Orders.placed())
                .when(new PlaceOrder(
                        Orders.ID,
                        null,
                        Orders.COUNTRY,
                        Orders.CURRENCY,
                        Orders.PLACED_AT,
                        PaymentTerms.ON_ACCOUNT,
                        Orders.LINES))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void isAnotherOrderWithOtherPaymentTerms() {
        order.given(Orders.placed())
                .when(Orders.placeInAdvance())
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void waitsForNoPaymentOnAccount() {
        order.given(Orders.placed())
                .when(Orders.reserve())
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PAYMENT_TERMS_FORBID));
    }

    @Test
    void isPaidAnythingOnAccount() {
        confirmedAnd(Orders.paid("P", "33.30")).when(Orders.pay("Q", "0.01")).expectEvents(Orders.paid("Q", "0.01"));
    }

    @Test
    void keepsItsReservationsOnAccount() {
        order.given(Orders.placed()).when(Orders.cancelExpired()).expectResultMessagePayload(ExpiryOutcome.KEEP);
    }

    @Test
    void isUnknownUntilItIsPlaced() {
        order.givenNoPriorActivity().when(Orders.ship()).expectException(AggregateNotFoundException.class);
    }

    @Test
    void isPaidOnceByAPayment() {
        confirmedAnd(Orders.paid("P", "15.30"))
                .when(new RecordPayment(Orders.ID, "P", Money.of("15.30", "GBP"), Orders.PLACED_AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        confirmedAnd(Orders.paid("P", "15.30"))
                .when(Orders.pay("P", "15.31"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void isPaidInItsOwnCurrency() {
        confirmedAnd()
                .when(new RecordPayment(Orders.ID, "P", Money.of("1", "EUR"), Orders.LATER))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.CURRENCY_MISMATCH));
    }

    @ParameterizedTest
    @CsvSource({"0,5,true", "0,6,true", "0,7,false", "4,1,true", "4,2,true", "4,3,false", "6,1,false"})
    void takesBackNoMoreThanWasSold(long before, long now, boolean fits) {
        TestExecutor<Order> given = before == 0 ? shippedAnd() : shippedAnd(Orders.returned("R-1", before));
        ResultValidator<Order> result = given.when(Orders.takeBack("R-2", now));
        if (fits) {
            result.expectEvents(Orders.returned("R-2", now));
        } else {
            result.expectNoEvents().expectException(refusal(RejectionCode.RETURN_EXCEEDS_SALE));
        }
    }

    @Test
    void takesALineThatIsNamedTwiceAsOne() {
        shippedAnd().when(Orders.takeBack("R", 4, 2)).expectEvents(Orders.returned("R", 6));
        shippedAnd()
                .when(Orders.takeBack("R", 4, 3))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.RETURN_EXCEEDS_SALE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void takesNoLineBackThatItDoesNotHave(int line) {
        shippedAnd()
                .when(new ReturnGoods(Orders.ID, "R", List.of(new ReturnedQuantity(line, 1)), Orders.LATER))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.RETURN_EXCEEDS_SALE));
    }

    @Test
    void takesPartsBackUntilAllIsBack() {
        shippedAnd(Orders.returned("R-1", 2), Orders.returned("R-2", 3))
                .when(Orders.takeBack("R-3", 1))
                .expectEvents(Orders.returned("R-3", 1));
        shippedAnd(Orders.returned("R-1", 2), Orders.returned("R-2", 3))
                .when(Orders.takeBack("R-3", 2))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.RETURN_EXCEEDS_SALE));
        shippedAnd(Orders.returned("R-1", 2), Orders.returned("R-2", 4))
                .when(Orders.takeBack("R-1", 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesAReturnOnce() {
        shippedAnd(Orders.returned("R", 6))
                .when(Orders.takeBack("R", 6))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        shippedAnd(Orders.returned("R", 2))
                .when(Orders.takeBack("R", 3))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    private TestExecutor<Order> confirmedAnd(OrderEvent... more) {
        return given(OrderState.CONFIRMED, more);
    }

    private TestExecutor<Order> shippedAnd(OrderEvent... more) {
        return given(OrderState.SHIPPED, more);
    }

    private TestExecutor<Order> given(OrderState state, OrderEvent... more) {
        return order.given(Stream.concat(Objects.requireNonNull(HISTORIES.get(state)).stream(), Stream.of(more))
                .toList());
    }
}
