package io.daybook.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.platform.model.DeadLetterBook;
import io.daybook.query.platform.model.Transactional;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class ProcessorsIT extends QueryServiceScenario {

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transactions;

    @AfterEach
    void goOn() {
        post("/processors/catalog/resume", "");
        awaitProjections();
    }

    @Test
    void tellsHowFarEachHasCome() {
        String sku = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "A", true, null));

        assertThat(get("/processors").body().path("items"))
                .extracting(processor -> processor.path("name").asString())
                .contains("catalog", "pricing", "stock", "order", "sales", "customer", "operations");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode catalog = get("/processors/catalog").body();
            assertThat(catalog.path("state").asString()).isEqualTo("IDLE");
            assertThat(catalog.path("position").asLong()).isEqualTo(log.head());
            assertThat(catalog.path("lag").asLong()).isZero();
            assertThat(catalog.path("lagMs").asLong()).isZero();
            assertThat(catalog.path("runsHere").asBoolean()).isTrue();
            assertThat(catalog.path("segments")).hasSize(1);
            assertThat(catalog.path("segments").path(0).path("owner").asString())
                    .isNotBlank();
        });
        assertThat(get("/processors/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aPausedOneStandsStillUntilItIsResumed() {
        String sku = fresh("SKU");
        assertThat(post("/processors/catalog/pause", "").text("state")).isEqualTo("PAUSED");
        long before = get("/processors/catalog").body().path("position").asLong();

        log.append("product:" + sku, new ProductRegistered(sku, "A", true, null));
        // all others have seen it: there was the time
        await().atMost(PATIENCE)
                .until(() -> get("/processors/stock").body().path("position").asLong() >= log.head());

        JsonNode paused = get("/processors/catalog").body();
        assertThat(paused.path("state").asString()).isEqualTo("PAUSED");
        assertThat(paused.path("pause").path("reason").asString()).isNotBlank();
        assertThat(paused.path("position").asLong()).isEqualTo(before);
        assertThat(paused.path("lag").asLong()).isPositive();
        assertThat(get("/products/" + sku).status()).isEqualTo(404);
        assertThat(actuator("/health/readiness").status()).isEqualTo(200);

        assertThat(post("/processors/catalog/resume", "").text("state")).isNotEqualTo("PAUSED");
        awaitProjections();
        assertThat(get("/products/" + sku).status()).isEqualTo(200);
    }

    @Test
    void aPausedOneThatIsStartedClaimsNothing() {
        post("/processors/catalog/pause", "");
        String sku = fresh("SKU");

        // as after a restart of the service, or a switch of generations
        processor().start();
        log.append("product:" + sku, new ProductRegistered(sku, "A", true, null));
        await().atMost(PATIENCE)
                .until(() -> get("/processors/stock").body().path("position").asLong() >= log.head());
        await().atMost(PATIENCE).until(() -> !processor().isRunning());

        assertThat(get("/products/" + sku).status()).isEqualTo(404);
    }

    @Test
    void oneThatNobodyRunsIsUnclaimed() {
        processor().shutDown();
        try {
            assertThat(get("/processors/catalog").text("state")).isEqualTo("UNCLAIMED");
        } finally {
            processor().start();
        }
        await().atMost(PATIENCE)
                .until(() -> get("/processors/catalog").text("state").equals("IDLE"));
    }

    @Test
    void oneThatFailsOnTheSameEventIsStalledAndSaysWhy() {
        String sku = fresh("SKU");
        jdbc.sql("ALTER TABLE product RENAME TO product_gone").update();
        try {
            log.append("product:" + sku, new ProductRegistered(sku, "A", true, null));
            await().atMost(PATIENCE)
                    .until(() -> get("/processors/catalog").text("state").equals("STALLED"));
        } finally {
            jdbc.sql("ALTER TABLE product_gone RENAME TO product").update();
        }
        JsonNode error = get("/processors/catalog").body().path("lastError");
        assertThat(error.path("position").asLong()).isEqualTo(log.head());
        assertThat(error.path("eventType").asString()).isEqualTo(ProductRegistered.class.getName());
        assertThat(error.path("problem").asString()).contains("product");
        await().atMost(PATIENCE)
                .until(() -> get("/processors/catalog").text("state").equals("IDLE"));
    }

    @Test
    void oneThatWaitsForEverIsStalledOnlyAfterAWhile() throws Exception {
        String sku = fresh("SKU");
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var _ = thread.submit(() -> transactions.executeWithoutResult(_ -> {
                Transactional.run(template, connection -> DeadLetterBook.enterAlone(connection, "catalog"));
                held.countDown();
                await().atMost(Duration.ofMinutes(1)).until(() -> done.getCount() == 0);
            }));
            held.await();
            log.append("product:" + sku, new ProductRegistered(sku, "A", true, null));
            await().atMost(PATIENCE)
                    .until(() -> get("/processors/catalog").text("state").equals("RUNNING"));
            await().atMost(PATIENCE)
                    .until(() -> get("/processors/catalog").text("state").equals("STALLED"));
            assertThat(get("/processors/catalog").body().path("lagMs").asLong()).isGreaterThan(9_000);
            done.countDown();
        }
        await().atMost(PATIENCE)
                .until(() -> get("/processors/catalog").text("state").equals("IDLE"));
    }

    @Test
    void aDryRunOfAResetSaysWhatItWouldTouchAndTouchesNothing() {
        String sku = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "A", true, null), new ProductRevised(sku, "B", null));
        long before = log.head();

        Answer estimate = post("/processors/catalog/reset", "{\"to\": {\"position\": 1}, \"dryRun\": true}", "");

        assertThat(estimate.status()).isEqualTo(200);
        assertThat(estimate.body().path("events").asLong()).isEqualTo(before);
        assertThat(estimate.text("about")).startsWith("PT");
        assertThat(estimate.body().path("models").path(0).path("rows").asLong()).isPositive();
        assertThat(log.head()).isEqualTo(before);
        assertThat(get("/products/" + sku).text("name")).isEqualTo("B");
        assertThat(post("/processors/catalog/reset", "{\"to\": {\"position\": %d}}".formatted(before + 1000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aReplayOfOneTypePutsRightWhatItMadeWrong() {
        String sku = fresh("SKU");
        String other = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "A", true, null), new ProductRevised(sku, "B", null));
        happened("product:" + other, new ProductRegistered(other, "A", true, null));
        jdbc.sql("UPDATE product SET name = 'X' WHERE sku IN (?, ?)")
                .params(sku, other)
                .update();

        Answer begun = post("/processors/catalog/replays", "{\"eventType\": \"ProductRevised\"}");

        assertThat(begun.status()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> get(begun.header("Location")).text("outcome").equals("SUCCEEDED"));
        assertThat(get("/products/" + sku).text("name")).isEqualTo("B");
        assertThat(get("/products/" + other).text("name")).isEqualTo("X");
        assertThat(post("/processors/catalog/replays", "{\"eventType\": \"StockReserved\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/models/product/entities/" + other + "/repair", "").status())
                .isEqualTo(200);
    }

    @Test
    void onlySegmentsThatThereAreAreSplitAndMerged() {
        assertThat(post("/processors/catalog/split", "{\"segment\": 7}").status())
                .isEqualTo(404);
        assertThat(post("/processors/catalog/merge", "").status()).isEqualTo(409);
        awaitProjections();
        assertThat(get("/processors/catalog").body().path("segments")).hasSize(1);
    }

    private StreamingEventProcessor processor() {
        return processing
                .eventProcessor("catalog", StreamingEventProcessor.class)
                .orElseThrow();
    }
}
