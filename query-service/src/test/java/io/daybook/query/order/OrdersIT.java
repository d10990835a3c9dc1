package io.daybook.query.order;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrdersIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2010-12-01T08:26:00Z");

    private static OrderEvents order(String customer, String country) {
        return new OrderEvents(fresh("O"), customer, country, "GBP", NOW);
    }

    @Test
    void showsAnOrderWithItsLines() {
        OrderEvents order = order("17850", "France");
        var lines =
                new io.daybook.api.order.event.OrderLine[] {line(1, "85123A", 6, "2.55"), line(2, "PADS", 1, "0.001")};
        happened("order:" + order.orderId(), order.placed(lines), order.confirmed(lines));

        JsonNode answer = get("/orders/" + order.orderId()).body();

        assertThat(answer.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(answer.path("amount").asString()).isEqualTo("15.301");
        assertThat(answer.path("placedAt").asString()).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(answer.path("lines")).hasSize(2);
        assertThat(answer.path("lines").path(0).path("amount").asString()).isEqualTo("15.30");
        assertThat(answer.path("lines").path(1).path("unitPrice").asString()).isEqualTo("0.001");
        assertThat(answer.path("refusedLines")).isEmpty();
    }

    @Test
    void showsWhyAnOrderWasRejected() {
        OrderEvents order = order("17850", "France");
        happened(
                "order:" + order.orderId(),
                order.placed(line(1, "85123A", 6, "2.55")),
                new OrderRejected(order.orderId(), List.of(new LineRefusal(1, "85123A", 6, 2))));

        JsonNode answer = get("/orders/" + order.orderId()).body();

        assertThat(answer.path("status").asString()).isEqualTo("REJECTED");
        assertThat(answer.path("refusedLines").path(0).path("available").asLong())
                .isEqualTo(2);
    }

    @Test
    void listsTheOrdersOfACustomerTheLatestFirstAndEachOnce() {
        String customer = fresh("C");
        List<OrderEvents> orders = IntStream.range(0, 5)
                .mapToObj(i -> new OrderEvents(fresh("O"), customer, "Spain", "GBP", NOW.plusSeconds(i / 2)))
                .toList();
        orders.forEach(order -> log.append("order:" + order.orderId(), order.placed(line(1, "A", 1, "1"))));
        log.append("order:" + orders.getFirst().orderId(), orders.getFirst().confirmed(line(1, "A", 1, "1")));
        awaitProjections();

        List<JsonNode> listed = pages("/customers/" + customer + "/orders?limit=2");

        assertThat(listed)
                .extracting(item -> item.path("orderId").asString())
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(OrderEvents::orderId).toList());
        assertThat(listed)
                .extracting(item -> item.path("placedAt").asString())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(pages("/orders?limit=2&customer=" + customer)).hasSize(5);
        assertThat(pages("/orders?limit=2&status=placed&country=Spain&customer=" + customer))
                .hasSize(4);
        assertThat(pages("/orders?limit=2&country=France&customer=" + customer)).isEmpty();
    }

    @Test
    void listsReturnsWithAndWithoutTheirOrder() {
        String customer = fresh("C");
        OrderEvents order = order(customer, "France");
        happened(
                "order:" + order.orderId(),
                order.placed(line(1, "85123A", 6, "2.55")),
                order.confirmed(line(1, "85123A", 6, "2.55")),
                order.returned("1", line(1, "85123A", 6, "2.55")));
        happened("return:" + fresh("C"), order.returnedWithoutOrder("1", line(1, "M", 1, "12.75")));

        List<JsonNode> returns = pages("/returns?limit=1&customer=" + customer);

        assertThat(returns).hasSize(2);
        assertThat(returns.getFirst().path("orderId").isNull()).isTrue();
        assertThat(returns.getFirst().path("amount").asString()).isEqualTo("12.75");
        assertThat(returns.getLast().path("orderId").asString()).isEqualTo(order.orderId());
        assertThat(pages("/returns?limit=1&order=" + order.orderId())).hasSize(1);
        assertThat(get("/orders/" + order.orderId()).text("status")).isEqualTo("RETURNED");
    }
}
