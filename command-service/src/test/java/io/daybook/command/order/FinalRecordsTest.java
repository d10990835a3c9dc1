package io.daybook.command.order;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.Orders;
import io.daybook.api.order.command.AcceptReturn;
import io.daybook.command.Fixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Loose returns and adjustments: recorded once, and final. */
class FinalRecordsTest {

    private final FixtureConfiguration<ReturnNote> note = Fixtures.of(ReturnNote.class);
    private final FixtureConfiguration<Adjustment> adjustment = Fixtures.of(Adjustment.class);

    @Test
    void acceptsALooseReturn() {
        note.givenNoPriorActivity().when(Orders.acceptReturn()).expectEvents(Orders.looseReturn());
    }

    @Test
    void acceptsALooseReturnOnce() {
        note.given(Orders.looseReturn())
                .when(Orders.acceptReturn())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesALooseReturnOfOtherContent() {
        note.given(Orders.looseReturn())
                .when(new AcceptReturn("C536379", null, Orders.COUNTRY, Orders.CURRENCY, Orders.LATER, Orders.LINES))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void recordsAnAdjustment() {
        adjustment.givenNoPriorActivity().when(Orders.adjust("-11062.06")).expectEvents(Orders.adjusted("-11062.06"));
    }

    @Test
    void recordsAnAdjustmentInPlainDigits() {
        adjustment.givenNoPriorActivity().when(Orders.adjust("1E+3")).expectEvents(Orders.adjusted("1000"));
    }

    @Test
    void recordsAnAdjustmentOnce() {
        adjustment
                .given(Orders.adjusted("-11062.06"))
                .when(Orders.adjust("-11062.06"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesAnAdjustmentOfOtherContent() {
        adjustment
                .given(Orders.adjusted("-11062.06"))
                .when(Orders.adjust("11062.06"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }
}
