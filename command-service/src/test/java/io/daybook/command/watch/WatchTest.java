package io.daybook.command.watch;

import io.daybook.api.watch.Watches;
import io.daybook.command.Fixtures;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final FixtureConfiguration<Watch> watch = Fixtures.of(Watch.class);

    @Test
    void isDefined() {
        watch.givenNoPriorActivity().when(Watches.define()).expectEvents(Watches.defined());
    }

    @Test
    void isDefinedOnceWhileItStaysTheSame() {
        watch.given(Watches.defined())
                .when(Watches.define())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void getsAnotherVersionWithEachChange() {
        watch.given(Watches.defined())
                .when(Watches.define(Watches.stuck()))
                .expectEvents(Watches.defined(Watches.NAME, 2, Watches.stuck()));
    }

    @Test
    void isRetiredOnce() {
        watch.given(Watches.defined()).when(Watches.retire()).expectEvents(Watches.retired());
        watch.given(Watches.defined(), Watches.retired())
                .when(Watches.retire())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isDefinedAgainAfterItsRetirement() {
        watch.given(Watches.defined(), Watches.retired())
                .when(Watches.define())
                .expectEvents(Watches.defined(Watches.NAME, 2, Watches.band()));
    }

    @Test
    void isNotRetiredWhereItWasNeverDefined() {
        watch.givenNoPriorActivity()
                .when(Watches.retire())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
