package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.command.OrderScenario;
import io.daybook.command.TwoInstances;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class OversellIT extends OrderScenario {

    private static final int BUYERS = 100;
    private static final int PIECES = 10;

    @Autowired
    private ApplicationContext context;

    @Test
    void sellsTheLastTenPiecesToTenOfAHundredBuyersAtTwoInstances() {
        String scarce = productWithStock(PIECES);
        List<String> orders;
        try (TwoInstances instances = new TwoInstances(context)) {
            orders = placeAtOnce(instances, scarce);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(orders)
                            .allSatisfy(order ->
                                    assertThat(eventsOf("order:" + order)).hasSizeGreaterThan(1)));
        }

        List<Object> decisions = orders.stream()
                .map(order -> eventsOf("order:" + order))
                .peek(events -> assertThat(events).hasSize(2).first().isInstanceOf(OrderPlaced.class))
                .<Object>map(List::getLast)
                .toList();
        assertThat(decisions.stream().filter(OrderConfirmed.class::isInstance)).hasSize(PIECES);
        assertThat(decisions.stream()
                        .filter(OrderRejected.class::isInstance)
                        .map(decision -> ((OrderRejected) decision).refusals()))
                .hasSize(BUYERS - PIECES)
                .containsOnly(List.of(new LineRefusal(1, scarce, 1, 0)));
        assertThat(leastAvailable(scarce)).isZero();
    }

    /** All orders are sent at the same moment, half of them to each instance. */
    private static List<String> placeAtOnce(TwoInstances instances, String sku) {
        CompletableFuture<Void> start = new CompletableFuture<>();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> orders = IntStream.range(0, BUYERS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                start.join();
                                String order = fresh("O");
                                instances
                                        .post(number, "/orders", placement(order, "ON_ACCOUNT", line(sku, 1, "9.99")))
                                        .expectStatus()
                                        .isAccepted();
                                return order;
                            },
                            buyers))
                    .toList();
            start.complete(null);
            return orders.stream().map(CompletableFuture::join).toList();
        }
    }

    /** The fewest pieces that were ever available, by the events; each refusal must tell the truth about them. */
    private long leastAvailable(String sku) {
        long available = 0;
        long least = Long.MAX_VALUE;
        for (Object event : eventsOf("stock:" + sku)) {
            switch (event) {
                case StockReceived received -> available += received.quantity();
                case StockReserved reserved -> available -= reserved.quantity();
                case ReservationRefused refused ->
                    assertThat(refused.available()).isEqualTo(available);
                default -> throw new AssertionError("unexpected " + event);
            }
            least = Math.min(least, available);
        }
        return least;
    }
}
