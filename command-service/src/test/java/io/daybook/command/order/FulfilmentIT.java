package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.CommandServiceScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FulfilmentIT extends CommandServiceScenario {

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

    private boolean endsConfirmed(String order) {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> eventsOf("order:" + order).size() == 2);
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

    private static String line(String sku, long quantity, String price) {
        return "{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":\"%s\"}".formatted(sku, quantity, price);
    }
}
