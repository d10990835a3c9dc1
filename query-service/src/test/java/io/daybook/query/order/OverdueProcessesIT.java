package io.daybook.query.order;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OverdueProcessesIT extends QueryServiceScenario {

    private static final Instant BUSINESS = Instant.parse("2010-12-01T08:26:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final OrderLine LINE = line(1, "85123A", 6, "2.55");

    @Test
    void showsAnOrderThatWaitsForItsPayment() {
        OrderEvents order = order();
        happened("order:" + order.orderId(), order.placed(LINE), reserved(order, FAR_AHEAD));

        JsonNode answer = get("/orders/" + order.orderId()).body();

        assertThat(answer.path("status").asString()).isEqualTo("RESERVED");
        assertThat(answer.path("paymentTerms").asString()).isEqualTo("ON_ACCOUNT");
        assertThat(answer.path("overdue").asBoolean()).isFalse();
        assertThat(answer.path("fulfilment").path("step").asString()).isEqualTo("PAY");
        assertThat(answer.path("fulfilment").path("due").asString()).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(overdue("PAY")).doesNotContain(order.orderId());
    }

    @Test
    void listsWhatIsOverdueTheLongestFirstAndEachOnce() {
        List<OrderEvents> orders = IntStream.range(0, 5).mapToObj(_ -> order()).toList();
        for (int i = 0; i < orders.size(); i++) {
            OrderEvents order = orders.get(i);
            log.append("order:" + order.orderId(), order.placed(LINE), reserved(order, LONG_AGO.plusSeconds(i / 2)));
        }
        OrderEvents cancelled = order();
        log.append(
                "order:" + cancelled.orderId(),
                cancelled.placed(LINE),
                reserved(cancelled, LONG_AGO),
                cancelled.cancelled(false, LINE));
        awaitProjections();

        List<JsonNode> listed = pages("/processes/overdue?limit=2&step=PAY");

        assertThat(listed)
                .extracting(item -> item.path("orderId").asString())
                .doesNotHaveDuplicates()
                .containsAll(orders.stream().map(OrderEvents::orderId).toList())
                .doesNotContain(cancelled.orderId());
        assertThat(listed)
                .extracting(item -> Instant.parse(item.path("due").asString()))
                .isSorted();
        assertThat(get("/orders/" + orders.getFirst().orderId())
                        .body()
                        .path("overdue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void showsAStuckOrderWithItsFailureUntilItIsRetried() {
        OrderEvents order = order();
        happened(
                "order:" + order.orderId(),
                order.placed(LINE),
                new FulfilmentStalled(order.orderId(), "RESERVE", "the shelf has collapsed", BUSINESS));

        JsonNode stuck = pages("/processes/overdue?limit=200&step=RESERVE").stream()
                .filter(item -> item.path("orderId").asString().equals(order.orderId()))
                .findFirst()
                .orElseThrow();
        happened(
                "order:" + order.orderId(),
                new FulfilmentRetried(
                        order.orderId(), "R", "RESERVE", "mended", BUSINESS, "ON_ACCOUNT", List.of(LINE)));
        JsonNode retried = get("/orders/" + order.orderId()).body();

        assertThat(stuck.path("lastFailure").asString()).isEqualTo("the shelf has collapsed");
        assertThat(stuck.path("attempts").asInt()).isEqualTo(1);
        assertThat(retried.path("overdue").asBoolean()).isFalse();
        assertThat(retried.path("fulfilment").path("attempts").asInt()).isEqualTo(2);
        assertThat(overdue("RESERVE")).doesNotContain(order.orderId());
    }

    @Test
    void tellsWhatCalledAnOrderOff() {
        OrderEvents order = order();
        happened(
                "order:" + order.orderId(),
                order.placed(LINE),
                new OrderCancelled(
                        order.orderId(),
                        null,
                        "France",
                        "GBP",
                        BUSINESS,
                        "PAYMENT_OVERDUE",
                        "Not paid by then",
                        false,
                        List.of(LINE)));

        assertThat(get("/orders/" + order.orderId()).text("cancellationCause")).isEqualTo("PAYMENT_OVERDUE");
    }

    @Test
    void refusesAStepThatThereIsNot() {
        assertThat(get("/processes/overdue?step=DANCE").status()).isEqualTo(400);
        assertThat(get("/processes/overdue?cursor=nonsense").status()).isEqualTo(400);
        assertThat(get("/processes/overdue?limit=0").status()).isEqualTo(400);
    }

    private List<String> overdue(String step) {
        return pages("/processes/overdue?limit=200&step=" + step).stream()
                .map(item -> item.path("orderId").asString())
                .toList();
    }

    private static OrderReserved reserved(OrderEvents order, Instant payBy) {
        return new OrderReserved(order.orderId(), payBy, payBy);
    }

    private static OrderEvents order() {
        return new OrderEvents(fresh("O"), fresh("C"), "France", "GBP", BUSINESS);
    }
}
