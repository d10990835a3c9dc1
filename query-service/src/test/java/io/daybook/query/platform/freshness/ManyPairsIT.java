package io.daybook.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.QueryServiceScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hundred thousand times written and read at once, while the projection is held up again and again. */
@Tag("whole-year")
class ManyPairsIT extends QueryServiceScenario {

    private static final int WRITERS = 16;
    private static final int PAIRS_EACH = 6_250;

    @Autowired
    private DataSource pool;

    @Test
    void noneOfManyReadsIsStale() throws Exception {
        awaitProjections();
        WriteThenRead pairs =
                new WriteThenRead(log, (path, position) -> getWith(path, "Min-Position", Long.toString(position)));
        long start = System.nanoTime();
        try (SlowedProjection _ = new SlowedProjection(pool, "product", 10);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String sku = fresh("MANY");
                writers.add(threads.submit(() -> pairs.run(sku, PAIRS_EACH)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        System.out.printf(
                "read your writes: %d pairs in %d s, the reads p50 %d µs, p95 %d µs, p99 %d µs, %d stale%n",
                pairs.pairs(),
                (System.nanoTime() - start) / 1_000_000_000,
                pairs.micros(0.5),
                pairs.micros(0.95),
                pairs.micros(0.99),
                pairs.stale().size());

        assertThat(pairs.stale()).isEmpty();
        assertThat(pairs.pairs()).isEqualTo(WRITERS * PAIRS_EACH);
    }
}
