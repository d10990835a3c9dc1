package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.CommandFault;
import io.daybook.command.OrderScenario;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders with a line whose stock item takes no commands: what an operator sees, and can do. */
class StuckOrderIT extends OrderScenario {

    private static final Duration RESERVATION_EXPIRY = Duration.ofMinutes(30);

    @Autowired
    private CommandBus bus;

    @Autowired
    private JdbcClient database;

    @Test
    void isFulfilledByARetryOnceTheCauseIsGone() {
        String sound = productWithStock(1);
        String broken = productWithStock(1);
        String order;
        try (CommandFault _ = new CommandFault(bus, "stock:" + broken)) {
            order = placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5"));
            FulfilmentStalled stalled = (FulfilmentStalled)
                    awaitEvent("order:" + order, FulfilmentStalled.class).getLast();
            assertThat(stalled.step()).isEqualTo("RESERVE");
            assertThat(stalled.problem()).contains("the shelf has collapsed");
            awaitDeadLetters(order, 1);

            retry(order, "too-early");
            awaitNumber(order, FulfilmentStalled.class, 2);
            assertThat(deadLetters(order)).isEqualTo(1);
        }

        retry(order, "in-time");
        retry(order, "in-time");

        assertThat(awaitEvent("order:" + order, OrderConfirmed.class))
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class,
                        FulfilmentStalled.class,
                        FulfilmentRetried.class,
                        FulfilmentStalled.class,
                        FulfilmentRetried.class,
                        OrderConfirmed.class);
        assertThat(events.readEvents("order:" + order, 0)
                        .asStream()
                        .filter(event -> event.getPayload() instanceof FulfilmentRetried)
                        .map(event -> event.getMetaData().get("actor")))
                .containsOnly(caller());
        awaitDeadLetters(order, 0);
        post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();
        awaitEvent("stock:" + broken, StockDispatched.class);
        assertThat(eventsOf("stock:" + sound))
                .extracting(Object::getClass)
                .containsExactly(StockReceived.class, StockReserved.class, StockDispatched.class);
    }

    @Test
    void freesItsPiecesWhenAnOperatorCancelsItThoughItsEventsAreDeadLetters() {
        String sound = productWithStock(1);
        String broken = productWithStock(1);
        String order;
        try (CommandFault _ = new CommandFault(bus, "stock:" + broken)) {
            order = placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5"));
            awaitEvent("order:" + order, FulfilmentStalled.class);
            awaitDeadLetters(order, 1);

            forceCancellation(order);
            forceCancellation(order);

            awaitEvent("stock:" + sound, ReservationReleased.class);
            awaitNumber(order, FulfilmentStalled.class, 2);
        }
        retry(order, "again");

        awaitDeadLetters(order, 0);
        assertThat(eventsOf("order:" + order).stream()
                        .filter(OrderCancelled.class::isInstance)
                        .map(OrderCancelled.class::cast))
                .hasSize(1)
                .allMatch(cancelled -> cancelled.cause().equals("OPERATOR"));
        awaitEvent("order:" + placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5")), OrderConfirmed.class);
    }

    @Test
    void freesItsPiecesByThemselvesOnceTheirReservationsExpire() {
        String sound = productWithStock(1);
        String broken = productWithStock(1);
        String order;
        try (CommandFault _ = new CommandFault(bus, "stock:" + broken)) {
            order = placeInAdvance(line(sound, 1, "5"), line(broken, 1, "5"));
            awaitEvent("order:" + order, FulfilmentStalled.class);
            awaitDeadlines(order, 1);

            clock.forward(RESERVATION_EXPIRY.plusSeconds(1));

            awaitEvent("stock:" + sound, ReservationExpired.class);
            OrderCancelled cancelled = (OrderCancelled) awaitEvent("order:" + order, OrderCancelled.class).stream()
                    .filter(OrderCancelled.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(cancelled.cause()).isEqualTo("RESERVATION_EXPIRED");
            awaitDeadlines(order, 0);
            awaitDeadLetters(order, 2);
        }
        retry(order, "clear-up");

        awaitDeadLetters(order, 0);
        awaitEvent("order:" + placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5")), OrderConfirmed.class);
    }

    @Test
    void staysFreeHoweverOftenACancelledOrderIsRetried() {
        String sound = productWithStock(1);
        String broken = productWithStock(1);
        String order;
        try (CommandFault _ = new CommandFault(bus, "stock:" + broken)) {
            order = placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5"));
            awaitEvent("order:" + order, FulfilmentStalled.class);
            awaitDeadLetters(order, 1);
            post("/orders/" + order + "/cancellation", "{\"reason\":\"took too long\"}")
                    .expectStatus()
                    .isOk();
            awaitDeadLetters(order, 2);
        }

        retry(order, "once");
        awaitDeadLetters(order, 0);
        retry(order, "twice");

        String other = placeOnAccount(line(sound, 1, "5"), line(broken, 1, "5"));
        awaitEvent("order:" + other, OrderConfirmed.class);
        assertThat(eventsOf("order:" + order))
                .filteredOn(FulfilmentRetried.class::isInstance)
                .hasSize(2);
    }

    @Test
    void dispatchesByARetryWhatWasShippedMeanwhile() {
        String sku = productWithStock(2);
        String order = placeOnAccount(line(sku, 2, "5"));
        awaitEvent("order:" + order, OrderConfirmed.class);
        try (CommandFault _ = new CommandFault(bus, "stock:" + sku)) {
            post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();
            awaitEvent("order:" + order, FulfilmentStalled.class);
            awaitDeadLetters(order, 1);
        }

        retry(order, "shelf-is-up");

        assertThat(awaitEvent("stock:" + sku, StockDispatched.class).getLast())
                .isEqualTo(new StockDispatched(sku, order + "/1", 2));
        awaitDeadLetters(order, 0);
        assertThat(eventsOf("order:" + order)).extracting(Object::getClass).contains(OrderShipped.class);
    }

    @Test
    void refusesAnOperatorWhatTheOrderIsPast() {
        String sku = productWithStock(1);
        String order = placeOnAccount(line(sku, 1, "5"));
        awaitEvent("order:" + order, OrderConfirmed.class);

        expectRefusal(post("/orders/" + order + "/retry", "{\"reason\":\"impatience\"}"), "ORDER_STATE_FORBIDS");
        post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();
        expectRefusal(
                post("/orders/" + order + "/operator-cancellation", "{\"reason\":\"impatience\"}"),
                "ORDER_STATE_FORBIDS");
        post("/orders/none/retry", "{\"reason\":\"impatience\"}").expectStatus().isNotFound();
    }

    private void retry(String order, String retryId) {
        post("/orders/" + order + "/retry", "{\"retryId\":\"%s\",\"reason\":\"mended\"}".formatted(retryId))
                .expectStatus()
                .isAccepted();
    }

    private void forceCancellation(String order) {
        post("/orders/" + order + "/operator-cancellation", "{\"reason\":\"cannot be delivered\"}")
                .expectStatus()
                .isOk();
    }

    private void awaitNumber(String order, Class<?> type, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(eventsOf("order:" + order).stream().filter(type::isInstance))
                                .hasSize(number));
    }

    private int deadLetters(String order) {
        return database.sql("SELECT count(*) FROM command.DeadLetterEntry WHERE aggregateIdentifier = ?")
                .param("order:" + order)
                .query(Integer.class)
                .single();
    }

    private void awaitDeadLetters(String order, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters(order)).isEqualTo(number));
    }

    private void awaitDeadlines(String order, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql("SELECT count(*) FROM command.deadline WHERE order_id = ?")
                                .param(order)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(number));
    }
}
