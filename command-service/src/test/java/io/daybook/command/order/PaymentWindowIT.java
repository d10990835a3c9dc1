package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.PaymentRecorded;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.OrderScenario;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders in advance from placing to their end, on the persisted deadlines, with a clock that is put forward. */
class PaymentWindowIT extends OrderScenario {

    private static final Duration PAYMENT_WINDOW = Duration.ofMinutes(15);
    private static final Duration RESERVATION_EXPIRY = Duration.ofMinutes(30);

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private JdbcClient database;

    @Test
    void sellsOnceTheTotalIsPaidInParts() {
        String sku = productWithStock(3);
        String order = placeInAdvance(line(sku, 3, "5"));
        OrderReserved reserved = (OrderReserved)
                awaitEvent("order:" + order, OrderReserved.class).getLast();
        awaitDeadlines(order, 2);

        pay(order, "10").expectStatus().isCreated();
        expectRefusal(pay(order, "5.01"), "PAYMENT_EXCEEDS_TOTAL");
        pay(order, "5").expectStatus().isCreated();

        assertThat(awaitEvent("order:" + order, OrderConfirmed.class))
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class,
                        OrderReserved.class,
                        PaymentRecorded.class,
                        PaymentRecorded.class,
                        OrderConfirmed.class);
        assertThat(reserved.reservedUntil()).isAfter(reserved.payBy());
        assertThat(eventsOf("stock:" + sku).getLast())
                .isEqualTo(new StockReserved(sku, order + "/1", 3, reserved.reservedUntil()));
        awaitDeadlines(order, 0);
        post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();
        awaitEvent("stock:" + sku, StockDispatched.class);
    }

    @Test
    void cancelsAnOrderThatIsNotPaidInTimeAndSellsItsPiecesToAnother() {
        String sku = productWithStock(1);
        String order = placeInAdvance(line(sku, 1, "5"));
        awaitEvent("order:" + order, OrderReserved.class);
        awaitDeadlines(order, 2);

        clock.forward(PAYMENT_WINDOW.plusSeconds(1));

        OrderCancelled cancelled = (OrderCancelled)
                awaitEvent("order:" + order, OrderCancelled.class).getLast();
        assertThat(cancelled.cause()).isEqualTo("PAYMENT_OVERDUE");
        assertThat(cancelled.afterConfirmation()).isFalse();
        awaitEvent("stock:" + sku, ReservationReleased.class);
        awaitDeadlines(order, 0);
        expectRefusal(pay(order, "5"), "ORDER_STATE_FORBIDS");
        awaitEvent("order:" + placeInAdvance(line(sku, 1, "5")), OrderReserved.class);
    }

    @Test
    void sellsOrCancelsButNeverBothWherePaymentAndDeadlineMeet() {
        int number = 30;
        String sku = productWithStock(number);
        List<String> orders = IntStream.range(0, number)
                .parallel()
                .mapToObj(_ -> placeInAdvance(line(sku, 1, "5")))
                .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(deadlines(order)).hasSize(2)));
        Instant inTime = clock.instant().truncatedTo(ChronoUnit.MICROS);

        clock.forward(PAYMENT_WINDOW.plusSeconds(1));
        List<Integer> answers = orders.stream()
                .parallel()
                .map(order -> payAt(order, "5", inTime)
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .toList();

        long sold = answers.stream().filter(answer -> answer == 201).count();
        assertThat(answers).allMatch(answer -> answer == 201 || answer == 409);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(eventsOf("stock:" + sku))
                        .filteredOn(ReservationReleased.class::isInstance)
                        .hasSize(number - (int) sold));
        assertThat(orders.stream().filter(order -> eventsOf("order:" + order).getLast() instanceof OrderConfirmed))
                .hasSize((int) sold);
        assertThat(orders.stream().filter(order -> eventsOf("order:" + order).getLast() instanceof OrderCancelled))
                .hasSize(number - (int) sold);
    }

    @Test
    void neverCancelsAnOrderOnAccountByTime() {
        String sku = productWithStock(2);
        String account = placeOnAccount(line(sku, 1, "5"));
        String advance = placeInAdvance(line(sku, 1, "5"));
        awaitEvent("order:" + account, OrderConfirmed.class);
        awaitEvent("order:" + advance, OrderReserved.class);
        awaitDeadlines(advance, 2);

        clock.forward(RESERVATION_EXPIRY.plusSeconds(1));

        awaitEvent("order:" + advance, OrderCancelled.class);
        assertThat(eventsOf("order:" + account))
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class, OrderConfirmed.class);
    }

    @Test
    void derivesItsDeadlinesAgainFromTheEvents() {
        String sku = productWithStock(4);
        String waiting = placeInAdvance(line(sku, 1, "5"), line(sku, 1, "5"));
        String paid = placeInAdvance(line(sku, 1, "5"));
        awaitEvent("order:" + waiting, OrderReserved.class);
        awaitEvent("order:" + paid, OrderReserved.class);
        pay(paid, "5").expectStatus().isCreated();
        awaitDeadlines(paid, 0);
        awaitDeadlines(waiting, 3);
        List<Map<String, @Nullable Object>> before = deadlines(waiting);
        PooledStreamingEventProcessor processor = processing
                .eventProcessor("deadlines", PooledStreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens();
        assertThat(deadlines(waiting)).isEmpty();
        processor.start();

        awaitDeadlines(waiting, 3);
        awaitReplay(processor, engine.head());
        assertThat(deadlines(waiting)).isEqualTo(before);
        assertThat(deadlines(paid)).isEmpty();
        assertThat(eventsOf("order:" + paid).getLast()).isInstanceOf(OrderConfirmed.class);
    }

    private static void awaitReplay(StreamingEventProcessor processor, long head) {
        await().atMost(PATIENCE)
                .until(() -> processor.processingStatus().values().stream()
                        .anyMatch(segment -> segment.getCurrentPosition().orElse(0) >= head));
    }

    private List<Map<String, @Nullable Object>> deadlines(String order) {
        return database.sql("SELECT id, kind, due, caused_by FROM command.deadline WHERE order_id = ? ORDER BY id")
                .param(order)
                .query()
                .listOfRows();
    }

    private void awaitDeadlines(String order, int number) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadlines(order)).hasSize(number));
    }
}
