package io.daybook.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FreshnessIT extends QueryServiceScenario {

    private static final int WRITERS = 8;
    private static final int PAIRS_EACH = 60;

    @Autowired
    private DataSource pool;

    @Test
    void whoWritesReadsItHoweverSlowTheProjectionIs() throws Exception {
        awaitProjections();
        WriteThenRead pairs =
                new WriteThenRead(log, (path, position) -> getWith(path, "Min-Position", Long.toString(position)));
        try (SlowedProjection _ = new SlowedProjection(pool, "product", 40);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String sku = fresh("PAIR");
                writers.add(threads.submit(() -> pairs.run(sku, PAIRS_EACH)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(pairs.stale()).isEmpty();
        assertThat(pairs.pairs()).isEqualTo(WRITERS * PAIRS_EACH);
    }

    @Test
    void tellsHowFarBehindItIsWhereItHasWaitedInVain() throws Exception {
        String sku = fresh("BLOCKED");
        happened("product:" + sku, new ProductRegistered(sku, "BEFORE", true, null));
        long before = log.head();
        Answer late;
        Answer meanwhile;
        long after;
        try (HeldTable _ = new HeldTable(pool, "product")) {
            log.append("product:" + sku, new ProductRevised(sku, "AFTER", null));
            after = log.head();
            late = getWith("/products/" + sku + "?minPosition=" + after, "Prefer", "respond-async, wait=1");
            meanwhile = get("/products/" + sku);
        }

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.header("Content-Type")).startsWith("application/problem+json");
        assertThat(late.header("Retry-After")).isEqualTo("1");
        assertThat(late.text("code")).isEqualTo("NOT_YET_VISIBLE");
        assertThat(late.body().path("minPosition").asLong()).isEqualTo(after);
        assertThat(late.body().path("position").asLong()).isEqualTo(before);
        assertThat(late.body().path("lag").asLong()).isEqualTo(after - before);
        assertThat(late.body().path("stalenessMs").asLong()).isBetween(900L, 10_000L);
        assertThat(late.body().path("processors")).singleElement().satisfies(processor -> {
            assertThat(processor.path("name").asString()).isEqualTo("catalog");
            assertThat(processor.path("position").asLong()).isEqualTo(before);
            assertThat(processor.path("lag").asLong()).isEqualTo(after - before);
        });
        assertThat(late.header("Event-Position")).isEqualTo(Long.toString(before));

        assertThat(meanwhile.text("name")).isEqualTo("BEFORE");
        assertThat(meanwhile.header("Event-Position")).isEqualTo(Long.toString(before));
        assertThat(Long.parseLong(meanwhile.header("Staleness-Ms"))).isBetween(900L, 10_000L);

        Answer then = getWith("/products/" + sku, "Min-Position", Long.toString(after));
        assertThat(then.text("name")).isEqualTo("AFTER");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/products/" + sku).header("Staleness-Ms"))
                        .isEqualTo("0"));
    }

    @Test
    void aProjectionThatIsBlockedDoesNotHoldUpTheOthers() throws Exception {
        String sku = fresh("OTHERS");
        awaitProjections();
        try (HeldTable _ = new HeldTable(pool, "product")) {
            log.append("product:" + sku, new ProductRegistered(sku, "HELD", true, null));

            assertThat(getWith("/stock", "Min-Position", Long.toString(log.head()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesAPositionThatIsNotThereYet() {
        String sku = fresh("HEAD");
        happened("product:" + sku, new ProductRegistered(sku, "HEAD", true, null));
        long head = log.head();

        Answer beyond = getWith("/products/" + sku, "Min-Position", Long.toString(head + 1));

        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.text("code")).isEqualTo("INVALID_VALUE");
        assertThat(beyond.body().path("errors").path(0).path("field").asString())
                .isEqualTo("Min-Position");
        assertThat(beyond.body().path("errors").path(0).path("problem").asString())
                .contains(Long.toString(head));
        assertThat(getWith("/products/" + sku, "Min-Position", Long.toString(head))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "soon", "99999999999999999999"})
    void refusesWhatIsNoPosition(String text) {
        Answer answer = get("/products?minPosition=" + text);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("minPosition");
        assertThat(answer.header("Event-Position")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/products/NO-SUCH, 404",
        "/products?limit=0, 400",
        "/orders?status=LOST, 400",
        "/customers/NO-SUCH, 404",
        "/sales/summary, 200"
    })
    void tellsThePositionWhateverTheAnswerIs(String path, int status) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(Long.parseLong(answer.header("Event-Position"))).isNotNegative();
        assertThat(Long.parseLong(answer.header("Staleness-Ms"))).isNotNegative();
    }
}
