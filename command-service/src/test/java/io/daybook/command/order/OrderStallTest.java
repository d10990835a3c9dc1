package io.daybook.command.order;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.Orders;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.command.RetryFulfilment;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.command.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStallTest {

    private final FixtureConfiguration<Order> order = Fixtures.of(Order.class);

    static Stream<Arguments> repeatable() {
        return Stream.of(
                Arguments.of(List.of(Orders.placed()), FulfilmentStep.RESERVE),
                Arguments.of(List.of(Orders.placed(), Orders.rejected()), FulfilmentStep.RELEASE),
                Arguments.of(List.of(Orders.placed(), Orders.cancelled(false)), FulfilmentStep.RELEASE),
                Arguments.of(List.of(Orders.placed(), Orders.confirmed(), Orders.shipped()), FulfilmentStep.DISPATCH));
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void hasTheStepOfItsStateDoneAgain(List<OrderEvent> history, FulfilmentStep step) {
        order.given(history).when(Orders.retry("R")).expectEvents(retried("R", step));
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void hasTheStepDoneAgainThatStalled(List<OrderEvent> history, FulfilmentStep step) {
        order.given(Stream.concat(history.stream(), Stream.of(Orders.stalled(FulfilmentStep.RESTOCK)))
                        .toList())
                .when(Orders.retry("R"))
                .expectEvents(retried("R", FulfilmentStep.RESTOCK));
    }

    @Test
    void releasesAndNeverReservesWhatWasCancelledSinceItStalled() {
        order.given(Orders.placed(), Orders.stalled(FulfilmentStep.RESERVE), Orders.cancelled(false))
                .when(Orders.retry("R"))
                .expectEvents(retried("R", FulfilmentStep.RELEASE));
    }

    @Test
    void doesNothingAgainThatSomebodyElseHasToDo() {
        order.given(Orders.placed(), Orders.confirmed())
                .when(Orders.retry("R"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ORDER_STATE_FORBIDS));
        order.given(Orders.placedInAdvance(), Orders.reserved())
                .when(Orders.retry("R"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ORDER_STATE_FORBIDS));
    }

    @Test
    void isRetriedOnceByARetry() {
        order.given(Orders.placed(), retried("R", FulfilmentStep.RESERVE), Orders.confirmed())
                .when(Orders.retry("R"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        order.given(Orders.placed(), retried("R", FulfilmentStep.RESERVE))
                .when(new RetryFulfilment(Orders.ID, "R", "another reason", Orders.LATER))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
        order.given(Orders.placed(), retried("R", FulfilmentStep.RESERVE))
                .when(Orders.retry("S"))
                .expectEvents(retried("S", FulfilmentStep.RESERVE));
    }

    @Test
    void recordsAStallOnceUntilItIsRetried() {
        order.given(Orders.placed())
                .when(Orders.reportStall(FulfilmentStep.RESERVE))
                .expectEvents(Orders.stalled(FulfilmentStep.RESERVE));
        order.given(Orders.placed(), Orders.stalled(FulfilmentStep.RESERVE))
                .when(Orders.reportStall(FulfilmentStep.RESERVE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        order.given(Orders.placed(), Orders.stalled(FulfilmentStep.RESERVE), retried("R", FulfilmentStep.RESERVE))
                .when(Orders.reportStall(FulfilmentStep.RESERVE))
                .expectEvents(Orders.stalled(FulfilmentStep.RESERVE));
    }

    @Test
    void canOnlyStallAndBeRetriedWhereItExists() {
        order.givenNoPriorActivity()
                .when(Orders.reportStall(FulfilmentStep.RESERVE))
                .expectException(AggregateNotFoundException.class);
        order.givenNoPriorActivity().when(Orders.retry("R")).expectException(AggregateNotFoundException.class);
    }

    private static FulfilmentRetried retried(String retryId, FulfilmentStep step) {
        return Orders.retried(retryId, step, PaymentTerms.ON_ACCOUNT);
    }
}
