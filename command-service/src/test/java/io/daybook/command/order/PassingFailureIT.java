package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.command.CommandFault;
import io.daybook.command.OrderScenario;
import io.daybook.command.platform.Rejected;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A failure that passes is nobody's task: the step is done again until it succeeds, and no operator hears of it. */
class PassingFailureIT extends OrderScenario {

    @Autowired
    private CommandBus bus;

    static List<Supplier<RuntimeException>> passingFailures() {
        return List.of(
                PassingFailureIT::databaseAway,
                () -> new Rejected(RejectionCode.CONCURRENT_CHANGE, "others were faster six times"));
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void ofAStepIsGotOver(Supplier<RuntimeException> failure) {
        String sku = productWithStock(1);
        String order;
        try (CommandFault fault = new CommandFault(bus, "stock:" + sku, failure)) {
            order = placeOnAccount(line(sku, 1, "5"));
            awaitTwoTries(fault);
        }

        assertThat(awaitEvent("order:" + order, OrderConfirmed.class))
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class, OrderConfirmed.class);
    }

    @Test
    void ofAnOperatorsRetryIsGotOver() {
        String sku = productWithStock(1);
        String order;
        try (CommandFault _ = new CommandFault(bus, "stock:" + sku)) {
            order = placeOnAccount(line(sku, 1, "5"));
            awaitEvent("order:" + order, FulfilmentStalled.class);
        }
        try (CommandFault fault = new CommandFault(bus, "stock:" + sku, PassingFailureIT::databaseAway)) {
            post("/orders/" + order + "/retry", "{\"reason\":\"mended\"}")
                    .expectStatus()
                    .isAccepted();
            awaitTwoTries(fault);
        }

        assertThat(awaitEvent("order:" + order, OrderConfirmed.class))
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class, FulfilmentStalled.class, FulfilmentRetried.class, OrderConfirmed.class);
    }

    /** The second one shows that the first was not the last. */
    private static void awaitTwoTries(CommandFault fault) {
        await().atMost(PATIENCE).until(() -> fault.hits() >= 2);
    }

    private static RuntimeException databaseAway() {
        return new EventStoreException("The events could not be read", new SQLException("no connection", "08006"));
    }
}
