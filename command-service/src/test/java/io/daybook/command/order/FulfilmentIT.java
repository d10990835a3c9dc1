package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.OrderScenario;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FulfilmentIT extends OrderScenario {

    private static final int SEGMENTS = 8;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private JdbcClient database;

    @Test
    void confirmsAnOrderAllOfWhoseLinesAreReserved() {
        String first = productWithStock(10);
        String second = productWithStock(5);
        String order = place(line(first, 3, "0.001"), line(second, 5, "2.55"));

        List<?> events = awaitEvent("order:" + order, OrderConfirmed.class);

        assertThat(events).extracting(Object::getClass).containsExactly(OrderPlaced.class, OrderConfirmed.class);
        OrderConfirmed confirmed = (OrderConfirmed) events.getLast();
        assertThat(confirmed.lines()).hasSize(2);
        assertThat(confirmed.lines().getFirst().unitPrice()).isEqualTo(new BigDecimal("0.001"));
        assertThat(eventsOf("stock:" + second)).last().isEqualTo(new StockReserved(second, order + "/2", 5));
    }

    @Test
    void linksAllThatIsDoneForAnOrderToItsPlacing() {
        String sku = productWithStock(10);
        String order = place(line(sku, 3, "2.55"));
        awaitEvent("order:" + order, OrderConfirmed.class);

        var ofOrder = engine.readEvents("order:" + order).asStream().toList();
        var reserved = engine.readEvents("stock:" + sku)
                .asStream()
                .filter(event -> event.getPayload() instanceof StockReserved)
                .findFirst()
                .orElseThrow();

        String placed = ofOrder.getFirst().getIdentifier();
        Object request = ofOrder.getFirst().getMetaData().get("correlationId");
        assertThat(reserved.getMetaData())
                .containsEntry("causationId", placed)
                .containsEntry("correlationId", request)
                .containsEntry("actor", "WhenOrderPlacedReserveStock")
                .containsEntry("command", "ReserveStock");
        assertThat(ofOrder.getLast().getMetaData())
                .containsEntry("causationId", placed)
                .containsEntry("command", "ConfirmOrder");
    }

    @Test
    void rejectsAnOrderWithALineBeyondTheStockAndReleasesTheOthers() {
        String plenty = productWithStock(10);
        String scarce = productWithStock(1);
        String order = place(line(plenty, 4, "1"), line(scarce, 2, "1"));

        List<?> events = awaitEvent("order:" + order, OrderRejected.class);

        OrderRejected rejected = (OrderRejected) events.getLast();
        assertThat(rejected.refusals()).hasSize(1);
        assertThat(rejected.refusals().getFirst().available()).isEqualTo(1);
        assertThat(eventsOf("stock:" + plenty)).last().isEqualTo(new ReservationReleased(plenty, order + "/1", 4));
        assertThat(eventsOf("stock:" + scarce)).last().isEqualTo(new ReservationRefused(scarce, order + "/2", 2, 1));
    }

    @Test
    void neverSellsMoreThanThereIsToBuyersInParallel() {
        String scarce = productWithStock(10);

        List<String> orders = IntStream.range(0, 40)
                .parallel()
                .mapToObj(_ -> place(line(scarce, 1, "9.99")))
                .toList();

        long confirmed = orders.stream().filter(this::endsConfirmed).count();
        assertThat(confirmed).isEqualTo(10);
        assertThat(eventsOf("stock:" + scarce).stream().filter(StockReserved.class::isInstance))
                .hasSize(10);
    }

    @Test
    void sellsServicesWithoutStock() {
        String postage = fresh("POST");
        post("/products", "{\"sku\":\"%s\",\"name\":\"POSTAGE\",\"stocked\":false}".formatted(postage));

        awaitEvent("order:" + place(line(postage, 1, "18.00")), OrderConfirmed.class);
    }

    @Test
    void dispatchesShippedGoodsAndReceivesReturnedOnes() {
        String sku = productWithStock(10);
        String order = place(line(sku, 4, "5"));
        awaitEvent("order:" + order, OrderConfirmed.class);

        post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();
        awaitEvent("stock:" + sku, StockDispatched.class);
        post(
                        "/orders/" + order + "/returns",
                        "{\"returnId\":\"R-%s\",\"lines\":[{\"line\":1,\"quantity\":3}]}".formatted(order))
                .expectStatus()
                .isCreated();

        assertThat(awaitEvent("order:" + order, GoodsReturned.class))
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class, OrderConfirmed.class, OrderShipped.class, GoodsReturned.class);
        assertThat(awaitEvent("stock:" + sku, StockReceived.class)).isNotEmpty();
        post("/orders/" + order + "/returns", "{\"lines\":[{\"line\":1,\"quantity\":2}]}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RETURN_EXCEEDS_SALE");
    }

    @Test
    void releasesTheReservationsOfACancelledOrder() {
        String sku = productWithStock(2);
        String order = place(line(sku, 2, "5"));
        awaitEvent("order:" + order, OrderConfirmed.class);

        post("/orders/" + order + "/cancellation", "{\"reason\":\"changed my mind\"}")
                .expectStatus()
                .isOk();

        awaitEvent("stock:" + sku, ReservationReleased.class);
        awaitEvent("order:" + place(line(sku, 2, "5")), OrderConfirmed.class);
    }

    @Test
    void fulfilsAnOrderOfAThousandLines() {
        String sku = productWithStock(1_000);

        String order = place(Collections.nCopies(1_000, line(sku, 1, "0.001")).toArray(String[]::new));

        OrderConfirmed confirmed = (OrderConfirmed)
                awaitEvent("order:" + order, OrderConfirmed.class).getLast();
        assertThat(confirmed.lines()).hasSize(1_000);
        assertThat(eventsOf("stock:" + sku)).hasSize(1_001);
    }

    @Test
    void rejectsAnOrderOfTwoLinesOfOneProductOfWhichOneFits() {
        String sku = productWithStock(3);

        String order = place(line(sku, 2, "1"), line(sku, 2, "1"));

        awaitEvent("order:" + order, OrderRejected.class);
        assertThat(eventsOf("stock:" + sku))
                .extracting(Object::getClass)
                .hasSize(4)
                .contains(StockReserved.class, ReservationRefused.class, ReservationReleased.class);
        awaitEvent("order:" + place(line(sku, 3, "1")), OrderConfirmed.class);
    }

    @Test
    void changesNothingWhenEveryEventIsDeliveredAgain() {
        String sku = productWithStock(3);
        String confirmed = place(line(sku, 1, "1"));
        awaitEvent("order:" + confirmed, OrderConfirmed.class);
        String rejected = place(line(sku, 2, "1"), line(sku, 2, "1"));
        awaitEvent("order:" + rejected, OrderRejected.class);
        String waiting = placeInAdvance(line(sku, 1, "1"));
        String paid = placeInAdvance(line(sku, 1, "1"));
        awaitEvent("order:" + waiting, OrderReserved.class);
        awaitEvent("order:" + paid, OrderReserved.class);
        pay(paid, "1").expectStatus().isCreated();
        StreamingEventProcessor fulfilment = processing
                .eventProcessor("order-fulfilment", StreamingEventProcessor.class)
                .orElseThrow();
        long before = awaitEverythingHandled(fulfilment);

        fulfilment.shutDown();
        int segments = setBackToTheStart(fulfilment);
        fulfilment.start();

        assertThat(segments).isEqualTo(SEGMENTS);
        assertThat(awaitEverythingHandled(fulfilment)).isEqualTo(before);
    }

    /** The head of the store, once every segment has handled all up to it. */
    private long awaitEverythingHandled(StreamingEventProcessor processor) {
        await().atMost(PATIENCE).until(() -> {
            Collection<EventTrackerStatus> segments =
                    processor.processingStatus().values();
            return segments.size() == SEGMENTS
                    && segments.stream()
                            .allMatch(segment -> segment.getCurrentPosition().orElse(0) >= engine.head());
        });
        return engine.head();
    }

    /** Not a reset, which would say that it is a replay, but an old place: the events come as if for the first time. */
    private int setBackToTheStart(StreamingEventProcessor processor) {
        return database.sql("UPDATE command.TokenEntry SET token = ?, tokenType = ? WHERE processorName = ?")
                .param("{\"globalIndex\":0}".getBytes(StandardCharsets.UTF_8))
                .param(GlobalSequenceTrackingToken.class.getName())
                .param(processor.getName())
                .update();
    }

    private boolean endsConfirmed(String order) {
        await().atMost(PATIENCE).until(() -> eventsOf("order:" + order).size() == 2);
        return eventsOf("order:" + order).getLast() instanceof OrderConfirmed;
    }

    private String place(String... lines) {
        String order = fresh("O");
        post(
                        "/orders",
                        "{\"orderId\":\"%s\",\"customerId\":\"17850\",\"country\":\"United Kingdom\",\"currency\":\"GBP\",\"lines\":[%s]}"
                                .formatted(order, String.join(",", lines)))
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", "/orders/" + order);
        return order;
    }
}
