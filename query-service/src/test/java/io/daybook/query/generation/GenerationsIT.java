package io.daybook.query.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GenerationsIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    @Test
    void aRebuildTakesOverAtTheExactPositionWhileQueriesAndEventsGoOn() throws InterruptedException {
        String sku = fresh("SKU");
        log.append("product:" + sku, new ProductRegistered(sku, "A", true, null));
        for (int i = 0; i < 500; i++) {
            log.append("stock:" + sku, new StockReceived(sku, "R-" + i, 1, "DELIVERY", NOW));
        }
        awaitProjections();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicLong received = new AtomicLong(500);
        AtomicLong failures = new AtomicLong();
        Thread trade = Thread.startVirtualThread(() -> {
            while (!ended.get()) {
                long number = received.getAndIncrement();
                log.append("stock:" + sku, new StockReceived(sku, "R-" + number, 1, "DELIVERY", NOW));
            }
        });
        Thread asking = Thread.startVirtualThread(() -> {
            long last = 0;
            while (!ended.get()) {
                Answer answer = get("/stock/" + sku);
                long onHand = answer.body().path("onHand").asLong();
                if (answer.status() != 200 || onHand < last) {
                    failures.incrementAndGet();
                }
                last = onHand;
            }
        });

        String name;
        try {
            name = built("{}");
            Answer switched = post("/generations/" + name + "/switch", "");
            assertThat(switched.status()).as(switched.body().toString()).isEqualTo(200);
            assertThat(switched.body().path("live").asBoolean()).isTrue();
        } finally {
            ended.set(true);
            trade.join();
            asking.join();
        }
        awaitProjections();

        assertThat(failures.get()).as("answers that failed or went back").isZero();
        assertThat(get("/stock/" + sku).body().path("onHand").asLong()).isEqualTo(received.get());
        assertThat(verified().path("holds").asBoolean()).isTrue();
        Answer back = post("/generations/rollback", "");
        assertThat(back.status()).isEqualTo(200);
        awaitProjections();
        assertThat(get("/stock/" + sku).body().path("onHand").asLong()).isEqualTo(received.get());
        assertThat(verified().path("holds").asBoolean()).isTrue();
        assertThat(delete("/generations/" + name).status()).isEqualTo(204);
        assertThat(get("/generations/" + name).status()).isEqualTo(404);
    }

    @Test
    void showsEntitiesAsOfAMomentAndEverythingAsOfAGeneration() {
        String sku = fresh("SKU");
        log.append("product:" + sku, new ProductRegistered(sku, "FIRST", true, null));
        long first = log.head();
        Instant then = Instant.now();
        happened("product:" + sku, new ProductRevised(sku, "SECOND", null));

        assertThat(get("/products/" + sku).text("name")).isEqualTo("SECOND");
        assertThat(get("/products/" + sku + "?at=" + first).text("name")).isEqualTo("FIRST");
        assertThat(get("/products/" + sku + "?at=" + then).text("name")).isEqualTo("FIRST");
        assertThat(get("/products/" + sku + "?at=" + (first + 1)).text("name")).isEqualTo("SECOND");
        Answer list = get("/products?limit=200&at=" + first);
        assertThat(list.status()).isEqualTo(409);
        assertThat(list.text("code")).isEqualTo("AS_OF_NEEDS_GENERATION");

        String name = built("{\"until\": {\"position\": %d}}".formatted(first));
        assertThat(get("/products/" + sku + "?at=" + name).text("name")).isEqualTo("FIRST");
        assertThat(get("/products?limit=200&at=" + first).status()).isEqualTo(200);
        assertThat(post("/generations/" + name + "/switch", "").text("code")).isEqualTo("GENERATION_FROZEN");
        assertThat(delete("/generations/" + name).status()).isEqualTo(204);
    }

    @Test
    void keepsTheOrderOfWhatTheBulkReaderAndTheProcessorsApply() {
        String sku = fresh("SKU");
        log.append("stock:" + sku, new StockReceived(sku, "R", 10, "DELIVERY", NOW), new StockReserved(sku, "O/1", 4));
        awaitProjections();

        String name = built("{}");
        happened("stock:" + sku, new StockReserved(sku, "O/2", 3));
        assertThat(post("/generations/" + name + "/switch", "").status()).isEqualTo(200);
        happened("stock:" + sku, new StockReserved(sku, "O/3", 2));

        assertThat(get("/stock/" + sku).body().path("reserved").asLong()).isEqualTo(9);
        assertThat(jdbc.sql("SELECT events FROM stock_item WHERE sku = ?")
                        .param(sku)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/products?at=no-such | 404 | GENERATION_UNKNOWN",
                "/products?at=99999999 | 400 | INVALID_VALUE",
                "/products?at=2011-99-01T00:00:00Z | 400 | INVALID_VALUE",
                "/products?at=1970-01-01T00:00:00Z | 400 | INVALID_VALUE",
                "/generations/no-such | 404 | GENERATION_UNKNOWN"
            })
    void tellsWhatCannotBeShown(String path, int status, String code) {
        String sku = fresh("X");
        happened("product:" + sku, new ProductRegistered(sku, "X", true, null));

        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @Test
    void refusesToDropTheLiveGeneration() {
        String live = get("/generations")
                .body()
                .path("items")
                .valueStream()
                .filter(generation -> generation.path("live").asBoolean())
                .map(generation -> generation.path("name").asString())
                .findFirst()
                .orElseThrow();

        assertThat(delete("/generations/" + live).text("code")).isEqualTo("GENERATION_LIVE");
        assertThat(post("/generations", "{\"name\": \"Bad Name\"}").text("code"))
                .isEqualTo("INVALID_VALUE");
        assertThat(List.of(get("/products").status())).containsExactly(200);
    }

    private String built(String wanted) {
        Answer begun = post("/generations", wanted);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        String name = begun.text("name");
        await().atMost(PATIENCE)
                .until(() ->
                        !get("/generations/" + name).body().path("verifiedAt").isNull());
        JsonNode generation = get("/generations/" + name).body();
        assertThat(generation.path("state").asString())
                .as(generation.toString())
                .isEqualTo("READY");
        return name;
    }

    private JsonNode verified() {
        String id = post("/verifications", "{}").text("id");
        await().atMost(PATIENCE)
                .until(() -> !get("/verifications/" + id).text("state").equals("RUNNING"));
        return get("/verifications/" + id).body();
    }
}
