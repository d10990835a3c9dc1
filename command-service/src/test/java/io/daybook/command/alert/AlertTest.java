package io.daybook.command.alert;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.alert.Alerts;
import io.daybook.command.Fixtures;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AlertTest {

    private final FixtureConfiguration<Alert> alert = Fixtures.of(Alert.class);

    @Test
    void isRaised() {
        alert.givenNoPriorActivity().when(Alerts.raise()).expectEvents(Alerts.raised());
    }

    @Test
    void isRaisedOnceHoweverOftenItIsTold() {
        alert.given(Alerts.raised())
                .when(Alerts.raise())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        alert.given(Alerts.raised(), Alerts.resolved())
                .when(Alerts.raise())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesOtherEvidenceUnderItsId() {
        alert.given(Alerts.raised())
                .when(Alerts.raise(Alerts.ID, "1"))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    @Test
    void isAcknowledgedOnce() {
        alert.given(Alerts.raised()).when(Alerts.acknowledge()).expectEvents(Alerts.acknowledged());
        alert.given(Alerts.raised(), Alerts.acknowledged())
                .when(Alerts.acknowledge())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotAcknowledgedOnceItIsResolved() {
        alert.given(Alerts.raised(), Alerts.resolved())
                .when(Alerts.acknowledge())
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ALERT_RESOLVED));
    }

    @Test
    void isResolvedOnceWhetherAcknowledgedOrNot() {
        alert.given(Alerts.raised()).when(Alerts.resolve()).expectEvents(Alerts.resolved());
        alert.given(Alerts.raised(), Alerts.acknowledged())
                .when(Alerts.resolve())
                .expectEvents(Alerts.resolved());
        alert.given(Alerts.raised(), Alerts.resolved())
                .when(Alerts.resolve())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotResolvedWhereItWasNeverRaised() {
        alert.givenNoPriorActivity()
                .when(Alerts.resolve())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
