package io.daybook.query.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Sealing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class HistoryIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");
    private static final Instant TO_COME = Instant.parse("2099-01-01T00:00:00Z");
    private static final PersonalData ANN = new PersonalData("Ann Lee", "ann@example.com", null);
    private static final PersonalData MARRIED = new PersonalData("Ann Bell", "bell@example.com", null);

    @Autowired
    private Sealing sealing;

    private final String id = fresh("H");

    @Test
    void tellsWhatEachEventChangedByWhomAndWhy() {
        log.append("product:" + id, new ProductRegistered(id, "FIRST", true, null));
        log.appendBecause(
                Map.of("command", "ReviseProduct", "actor", "ann", "correlationId", "C-1", "causationId", "R-1"),
                "product:" + id,
                new ProductRevised(id, "SECOND", "Home"));
        long revised = log.head();

        Answer answer = get("/products/" + id + "/history");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.header("Event-Position")).isEqualTo(Long.toString(revised));
        assertThat(answer.body().path("next").isNull()).isTrue();
        JsonNode second = answer.body().at("/items/0");
        assertThat(second.path("version").asLong()).isEqualTo(1);
        assertThat(second.at("/event/position").asLong()).isEqualTo(revised);
        assertThat(second.at("/event/id").asString()).isNotBlank();
        assertThat(second.at("/event/type").asString()).isEqualTo("ProductRevised");
        assertThat(Instant.parse(second.at("/event/recordedAt").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(second.path("command").asString()).isEqualTo("ReviseProduct");
        assertThat(second.path("actor").asString()).isEqualTo("ann");
        assertThat(second.path("correlationId").asString()).isEqualTo("C-1");
        assertThat(second.path("causationId").asString()).isEqualTo("R-1");
        assertThat(second.path("differences"))
                .hasToString("[{\"path\":\"/name\",\"before\":\"FIRST\",\"after\":\"SECOND\"},"
                        + "{\"path\":\"/category\",\"before\":null,\"after\":\"Home\"}]");
        JsonNode first = answer.body().at("/items/1");
        assertThat(first.path("actor").isNull()).isTrue();
        assertThat(paths(first)).containsExactly("/sku", "/name", "/stocked", "/withdrawn");
    }

    @Test
    void pagesInEitherOrder() {
        log.append("product:" + id, new ProductRegistered(id, "0", true, null));
        for (int number = 1; number < 7; number++) {
            log.append("product:" + id, new ProductRevised(id, Integer.toString(number), null));
        }

        assertThat(versions("limit=3")).containsExactly(6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(versions("limit=1&sort=version")).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(versions("limit=7")).hasSize(7);
        assertThat(versions("limit=6")).hasSize(7);
    }

    @Test
    void showsOnlyWhatChangedAField() {
        log.append(
                "product:" + id,
                new ProductRegistered(id, "FIRST", true, "Home"),
                new ProductRevised(id, "SECOND", "Home"),
                new ProductRevised(id, "SECOND", "Garden"),
                new ProductRevised(id, "THIRD", "Garden"),
                new ProductWithdrawn(id, "no longer made"));

        assertThat(versions("field=/name&limit=1")).containsExactly(3L, 1L, 0L);
        assertThat(versions("field=/name&limit=2&sort=version")).containsExactly(0L, 1L, 3L);
        assertThat(versions("field=/category&field=/withdrawn&limit=9")).containsExactly(4L, 2L, 0L);
        assertThat(versions("field=/nothing&limit=9")).isEmpty();
        JsonNode last =
                get("/products/" + id + "/history?field=/withdrawn").body().at("/items/0");
        assertThat(paths(last)).containsExactly("/withdrawn");
    }

    @Test
    void tellsScheduledPricesApartByTheirIds() {
        String history = "/products/" + id + "/price/history?limit=1";
        log.append(
                "price:" + id,
                new ListPriceSet(id, new BigDecimal("9.50"), "GBP", NOW),
                new PriceScheduled(id, "S-1", new BigDecimal("5.00"), "GBP", TO_COME, NOW, null),
                new PriceScheduled(id, "S-2", new BigDecimal("4.00"), "GBP", TO_COME.plusSeconds(1), NOW, null));
        JsonNode scheduled = get(history).body().at("/items/0/differences");
        log.append("price:" + id, new ScheduledPriceCancelled(id, "S-1", "sold out", NOW));
        JsonNode cancelled = get(history).body().at("/items/0/differences");

        assertThat(scheduled).hasSize(1);
        assertThat(scheduled.at("/0/path").asString()).isEqualTo("/upcoming/1");
        assertThat(scheduled.at("/0/item").asString()).isEqualTo("S-2");
        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.at("/0/path").asString()).isEqualTo("/upcoming/0");
        assertThat(cancelled.at("/0/item").asString()).isEqualTo("S-1");
        assertThat(cancelled.at("/0/before/amount").asString()).isEqualTo("5.00");
        assertThat(cancelled.at("/0/after").isNull()).isTrue();
    }

    @Test
    void everyVersionOfEverythingIsWhatItsEndpointShowsAtThatMoment() {
        RichWorld world = new RichWorld(id, 1, sealing);
        world.happen(log, new Random(1));
        List<String> entities = world.paths().stream()
                .filter(address -> get(address + "/history").status() == 200)
                .toList();

        assertThat(entities).hasSize(12);
        for (String entity : entities) {
            List<JsonNode> versions = pages(entity + "/history?limit=4");
            assertThat(versions).as(entity).hasSizeGreaterThan(1);
            for (JsonNode version : versions) {
                String position = version.at("/event/position").asString();
                Answer then = get(entity + "?at=" + position);
                assertThat(then.status()).as(then.body().toString()).isEqualTo(200);
                assertThat(then.header("Event-Position")).isEqualTo(position);
                version.path("differences").forEach(difference -> {
                    JsonNode after = difference.path("after");
                    if (!after.isNull()) {
                        JsonPointer path =
                                JsonPointer.compile(difference.path("path").asString());
                        assertThat(then.body().at(path))
                                .as("%s at %s: %s", entity, position, path)
                                .isEqualTo(after);
                    }
                });
            }
        }
    }

    @Test
    void comparesTwoMoments() {
        log.append("product:" + id, new ProductRegistered(id, "FIRST", true, null));
        long before = log.head();
        log.append("product:" + id, new ProductRevised(id, "SECOND", null), new ProductRevised(id, "THIRD", null));
        long after = log.head();
        String compare = "/products/" + id + "/compare?from=";

        JsonNode forward = get(compare + before + "&to=" + after).body();
        assertThat(forward.at("/from/version").asLong()).isZero();
        assertThat(forward.at("/to/version").asLong()).isEqualTo(2);
        assertThat(forward.at("/to/position").asLong()).isEqualTo(after);
        assertThat(forward.path("differences"))
                .hasToString("[{\"path\":\"/name\",\"before\":\"FIRST\",\"after\":\"THIRD\"}]");
        assertThat(get(compare + after + "&to=" + before).body().path("differences"))
                .hasToString("[{\"path\":\"/name\",\"before\":\"THIRD\",\"after\":\"FIRST\"}]");
        assertThat(get(compare + before).body().at("/differences/0/after").asString())
                .isEqualTo("THIRD");
        JsonNode born = get(compare + (before - 1) + "&to=" + before).body();
        assertThat(born.at("/from/version").isNull()).isTrue();
        assertThat(paths(born)).containsExactly("/sku", "/name", "/stocked", "/withdrawn");
        Instant now = Instant.now();
        assertThat(get(compare + now + "&to=" + now).body().path("differences")).isEmpty();
    }

    @Test
    void keepsAnErasedCustomerErasedAtEveryMoment() {
        log.append("customer:" + id, sealing.registered(id, ANN));
        long registered = log.head();
        log.append("customer:" + id, sealing.revised(id, MARRIED));
        Answer known = get("/customers/" + id + "/history");
        log.append("customer:" + id, new CustomerErased(id, "REQUESTED_BY_CUSTOMER", NOW));
        sealing.destroy(id);

        Answer then = get("/customers/" + id + "?at=" + registered);
        Answer history = get("/customers/" + id + "/history");

        assertThat(known.body().toString()).contains("Ann Lee", "Ann Bell");
        assertThat(known.header("Cache-Control")).isEqualTo("no-store");
        assertThat(then.status()).isEqualTo(200);
        assertThat(then.text("status")).isEqualTo("ERASED");
        assertThat(then.body().path("personalData").isNull()).isTrue();
        assertThat(history.body().path("items")).hasSize(3);
        assertThat(history.body().toString()).contains("CustomerErased").doesNotContain("Ann", "@");
        assertThat(get("/customers/" + id + "/compare?from=" + registered)
                        .body()
                        .toString())
                .contains("/erasedAt")
                .doesNotContain("Ann", "@");
    }

    @Test
    void showsTheHistoryUpToAMoment() {
        log.append("product:" + id, new ProductRegistered(id, "FIRST", true, null));
        long first = log.head();
        log.append("product:" + id, new ProductRevised(id, "SECOND", null));

        Answer then = get("/products/" + id + "/history?at=" + first);

        assertThat(then.body().path("items")).hasSize(1);
        assertThat(then.header("Event-Position")).isEqualTo(Long.toString(first));
        assertThat(get("/products/" + id + "/history?at=" + (first - 1)).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "history?sort=name, sort",
        "history?limit=0, limit",
        "history?limit=201, limit",
        "history?cursor=abc, cursor",
        "history?field=name, field",
        "history?feild=/name, feild",
        "compare, from",
        "compare?from=yesterday, from",
        "compare?from=1&to=999999999, to",
        "compare?from=2099-01-01T00:00:00Z, from",
        "compare?from=1&too=2, too"
    })
    void tellsWhatIsNotFit(String resource, String field) {
        log.append("product:" + id, new ProductRegistered(id, "FIRST", true, null));

        Answer answer = get("/products/" + id + "/" + resource);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/products/NO-SUCH/history, PRODUCT_UNKNOWN",
        "/products/NO-SUCH/price/history, PRICE_UNKNOWN",
        "/stock/NO-SUCH/history, STOCK_ITEM_UNKNOWN",
        "/orders/NO-SUCH/history, ORDER_UNKNOWN",
        "/customers/NO-SUCH/compare?from=1, CUSTOMER_UNKNOWN",
        "/operations/NO-SUCH/compare?from=1&to=1, OPERATION_UNKNOWN"
    })
    void tellsWhatIsUnknown(String path, String code) {
        log.append("product:" + id, new ProductRegistered(id, "FIRST", true, null));

        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    private Stream<Long> versions(String question) {
        return pages("/products/" + id + "/history?" + question).stream()
                .map(version -> version.path("version").asLong());
    }

    private static List<String> paths(JsonNode version) {
        return version.path("differences")
                .valueStream()
                .map(difference -> difference.path("path").asString())
                .toList();
    }
}
