package io.daybook.query.platform.list;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PagesIT extends QueryServiceScenario {

    private static final Instant START = Instant.parse("2011-03-01T00:00:00Z");
    private static final String COUNTRY = "Ruritania";

    private final Set<String> registered = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"sku", "-sku", "name", "-name", "category,-name", "-category"})
    void showsEveryRowThatWasThereOnceWhileOthersComeIn(String sort) {
        String prefix = fresh("P");
        List<String> there = IntStream.range(0, 20)
                .mapToObj(i -> "%s-%02d".formatted(prefix, i * 5 % 20))
                .toList();
        there.forEach(sku -> register(sku, sku.hashCode()));
        awaitProjections();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            Answer answer = get("/products?limit=3&skuPrefix=%s-&sort=%s&cursor=%s".formatted(prefix, sort, cursor));
            assertThat(answer.status()).isEqualTo(200);
            answer.body()
                    .path("items")
                    .forEach(item -> seen.add(item.path("sku").asString()));
            cursor = answer.body().path("next").isNull() ? null : answer.text("next");
            // before, between and behind what has been seen, until enough has come in
            if (page < 5) {
                for (String end : List.of("", "0" + page + "a", "1" + page + "a", "9" + page)) {
                    register(prefix + "-" + end, page);
                }
                awaitProjections();
            }
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    private void register(String sku, int number) {
        String id = "product:" + sku;
        String category = number % 3 == 0 ? null : "Category " + number % 3;
        if (registered.add(sku)) {
            log.append(id, new ProductRegistered(sku, "NAME " + Math.floorMod(number, 4), true, category));
        }
    }

    @Test
    void hasTheSameOrderInPagesAsAtOnceWhateverItIsSortedBy() {
        ordersOfRuritania();

        for (String sort : List.of(
                "placedAt",
                "-placedAt",
                "amount",
                "-units",
                "-country",
                "customerId",
                "-customerId",
                "shippedAt",
                "-shippedAt",
                "cancelledAt",
                "-orderId",
                "-shippedAt,amount",
                "amount,-shippedAt,placedAt",
                "customerId,-placedAt,orderId",
                "-country,units,-customerId,-orderId")) {
            String path = "/orders?country=%s&sort=%s&limit=".formatted(COUNTRY, sort);
            List<String> atOnce = ids(pages(path + 200));

            assertThat(atOnce).as(sort).hasSize(24).doesNotHaveDuplicates();
            assertThat(ids(pages(path + 1))).as(sort).isEqualTo(atOnce);
            assertThat(ids(pages(path + 5))).as(sort).isEqualTo(atOnce);
        }
    }

    @Test
    void hasRowsWithoutTheValueLastEitherWay() {
        ordersOfRuritania();
        Comparator<JsonNode> byAmount = Comparator.comparing(
                order -> new BigDecimal(order.path("amount").asString()));
        Comparator<JsonNode> byId =
                Comparator.comparing(order -> order.path("orderId").asString());
        Comparator<JsonNode> unshippedLast =
                Comparator.comparing(order -> order.path("shippedAt").isNull());
        Comparator<JsonNode> byShipment =
                Comparator.comparing(order -> order.path("shippedAt").asString());

        assertThat(pages("/orders?country=Ruritania&limit=7&sort=-shippedAt"))
                .isSortedAccordingTo(
                        unshippedLast.thenComparing(byShipment.reversed()).thenComparing(byId.reversed()));
        assertThat(pages("/orders?country=Ruritania&limit=7&sort=shippedAt"))
                .isSortedAccordingTo(unshippedLast.thenComparing(byShipment).thenComparing(byId));
        assertThat(pages("/orders?country=Ruritania&limit=7&sort=shippedAt,-amount"))
                .isSortedAccordingTo(unshippedLast
                        .thenComparing(byShipment)
                        .thenComparing(byAmount.reversed())
                        .thenComparing(byId.reversed()));
    }

    @Test
    void filtersByOneOfSeveralValuesAndByRanges() {
        ordersOfRuritania();
        String ruritania = "/orders?country=Ruritania&limit=200&";

        assertThat(pages(ruritania + "status=placed")).hasSize(16);
        assertThat(pages(ruritania + "status=placed&status=SHIPPED")).hasSize(24);
        assertThat(pages("/orders?limit=200&country=Nowhere&country=Ruritania")).hasSize(24);
        assertThat(pages(ruritania + "placedFrom=2011-03-01T00:00:02Z&placedUntil=2011-03-01T00:00:04Z"))
                .hasSize(8)
                .allMatch(order -> order.path("placedAt").asString().matches(".*:0[23]Z"));
        assertThat(pages(ruritania + "placedFrom=2011-03-01T01:00:02%2B01:00&placedUntil=2011-03-01T00:00:04Z"))
                .hasSize(8);
        assertThat(pages(ruritania + "amountFrom=2.00&amountUntil=3"))
                .hasSize(8)
                .allMatch(order -> order.path("amount").asString().equals("2.00"));
        assertThat(pages(ruritania + "orderPrefix=R%25")).isEmpty();
        assertThat(pages(ruritania + "orderPrefix=RU_")).hasSize(24);
    }

    @Test
    void refusesACursorThatIsNotOfThisQuestion() {
        ordersOfRuritania();
        String next = get("/orders?country=Ruritania&limit=2&sort=amount").text("next");

        assertThat(get("/orders?country=Ruritania&limit=9&sort=amount&cursor=" + next)
                        .status())
                .isEqualTo(200);
        for (String other : List.of(
                "/orders?country=Ruritania&cursor=",
                "/orders?country=Ruritania&sort=-amount&cursor=",
                "/orders?country=France&sort=amount&cursor=",
                "/orders?sort=amount&cursor=",
                "/orders?country=Ruritania&sort=amount&status=PLACED&cursor=",
                "/customers/C/orders?country=Ruritania&sort=amount&cursor=",
                "/products?cursor=")) {
            Answer answer = get(other + next);

            assertThat(answer.status()).as(other).isEqualTo(400);
            assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?contry=France, contry, country",
        "/products?withdraw=true, withdraw, withdrawn",
        "/prices?skuprefix=A, skuprefix, skuPrefix",
        "/stock?country=France, country, availableFrom",
        "/returns?placedFrom=2011-01-01T00:00:00Z, placedFrom, returnedFrom",
        "/customers?email=a, email, status",
        "/customers/C/orders?customer=D, customer, placedFrom",
        "/processes/overdue?steps=PAY, steps, step",
        "/sales?by=day&form=2011-01-01, form, from",
        "/sales/summary?contry=France, contry, country",
        "/sales/days?by=week&until=2011-01-01&skus=A, skus, sku"
    })
    void refusesAParameterThatItDoesNotKnowAndNamesThoseItDoes(String path, String field, String known) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/problem").asString()).contains(known, "limit");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?sort=colour, sort",
        "/orders?sort=amount&sort=units, sort",
        "'/orders?sort=amount,-amount', sort",
        "'/orders?sort=amount,', sort",
        "/products?sort=relevance, sort",
        "/orders?amountFrom=cheap, amountFrom",
        "/orders?amountFrom=1e999999999, amountFrom",
        "/orders?placedFrom=2011-03-01, placedFrom",
        "/orders?placedFrom=%2B999999999-01-01T00:00:00Z, placedFrom",
        "/orders?placedFrom=2011-03-01T00:00:00Z&placedFrom=2011-03-01T00:00:00Z, placedFrom",
        "/orders?country=a%00b, country",
        "/orders?unitsFrom=9223372036854775808, unitsFrom",
        "/products?stocked=perhaps, stocked",
        "/sales?from=%2B999999999-01-01&by=day, from",
        "/sales, by",
        "/sales?by=colour, by",
        "'/sales?by=day,country,product', by",
        "/sales?by=day&currency=pounds, currency",
        "/products?format=xml, format"
    })
    void namesTheParameterThatIsNotFit(String path, String field) {
        Answer answer = get(path);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void leavesToOthersWhatTheyDealWith() {
        assertThat(get("/products?minPosition=1&limit=1").status()).isEqualTo(200);
    }

    /**
     * Three amounts, six times, four customers of which one is nobody; every third order is shipped, two at each time.
     */
    private void ordersOfRuritania() {
        if (!pages("/orders?limit=1&country=" + COUNTRY).isEmpty()) {
            return;
        }
        for (int i = 0; i < 24; i++) {
            OrderEvents order = new OrderEvents(
                    "RU_%02d".formatted(i * 7 % 24),
                    i % 4 == 0 ? null : "RC-" + i % 4,
                    COUNTRY,
                    "GBP",
                    START.plusSeconds(i % 6));
            OrderLine line = line(1, "A", 1, 1 + i % 3 + "");
            log.append("order:" + order.orderId(), order.placed(line));
            if (i % 3 == 0) {
                log.append(
                        "order:" + order.orderId(),
                        order.confirmed(line),
                        new OrderShipped(order.orderId(), START.plusSeconds(100 + i / 6), List.of(line)));
            }
        }
        awaitProjections();
    }

    private static List<String> ids(List<JsonNode> orders) {
        return orders.stream().map(order -> order.path("orderId").asString()).toList();
    }
}
