package io.daybook.command.customer;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.customer.Customers;
import io.daybook.api.customer.SealedData;
import io.daybook.command.Fixtures;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final SealedData ANN = Customers.sealed("ann", 1);
    private static final SealedData ANN_AGAIN = Customers.sealed("ann", 2);
    private static final SealedData MARRIED = Customers.sealed("ann lee", 3);

    private final FixtureConfiguration<Customer> customer = Fixtures.of(Customer.class);

    @Test
    void isRegistered() {
        customer.givenNoPriorActivity().when(Customers.register(ANN)).expectEvents(Customers.registered(ANN));
    }

    @Test
    void isRegisteredOnceHoweverTheSameContentIsSealed() {
        customer.given(Customers.registered(ANN))
                .when(Customers.register(ANN_AGAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesTheRegistrationAsARepetitionAfterARevisionToo() {
        customer.given(Customers.registered(ANN), Customers.revised(MARRIED))
                .when(Customers.register(ANN_AGAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesToBeRegisteredAsSomebodyElse() {
        customer.given(Customers.registered(ANN))
                .when(Customers.register(MARRIED))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void isRevised() {
        customer.given(Customers.registered(ANN))
                .when(Customers.revise(MARRIED))
                .expectEvents(Customers.revised(MARRIED));
    }

    @Test
    void isRevisedOnceHoweverTheSameContentIsSealed() {
        customer.given(Customers.registered(MARRIED), Customers.revised(ANN))
                .when(Customers.revise(ANN_AGAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isRevisedBackToWhatItWas() {
        customer.given(Customers.registered(ANN), Customers.revised(MARRIED))
                .when(Customers.revise(ANN_AGAIN))
                .expectEvents(Customers.revised(ANN_AGAIN));
    }

    @Test
    void isNotRevisedBeforeItIsRegistered() {
        customer.givenNoPriorActivity().when(Customers.revise(ANN)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void isErased() {
        customer.given(Customers.registered(ANN)).when(Customers.erase()).expectEvents(Customers.erased());
    }

    @Test
    void isErasedOnce() {
        customer.given(Customers.registered(ANN), Customers.erased())
                .when(Customers.erase())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotErasedBeforeItIsRegistered() {
        customer.givenNoPriorActivity().when(Customers.erase()).expectException(AggregateNotFoundException.class);
    }

    @Test
    void neverComesBackOnceErased() {
        customer.given(Customers.registered(ANN), Customers.erased())
                .when(Customers.register(ANN_AGAIN))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.CUSTOMER_ERASED));
    }

    @Test
    void refusesARevisionOnceErased() {
        customer.given(Customers.registered(ANN), Customers.erased())
                .when(Customers.revise(MARRIED))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.CUSTOMER_ERASED));
    }
}
