package io.daybook.query.platform.freshness;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Keeps projections from a table again and again, for as long as chance has it. */
final class SlowedProjection implements AutoCloseable {

    private final CompletableFuture<Void> slowing;
    private volatile boolean ended;

    SlowedProjection(DataSource pool, String table, int mostMillis) {
        slowing = CompletableFuture.runAsync(() -> slow(pool, table, mostMillis), Thread::startVirtualThread);
    }

    private void slow(DataSource pool, String table, int mostMillis) {
        while (!ended) {
            try (HeldTable held = new HeldTable(pool, table)) {
                held.forMillis(ThreadLocalRandom.current().nextInt(mostMillis));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Throws what kept it from slowing. */
    @Override
    public void close() {
        ended = true;
        slowing.join();
    }
}
