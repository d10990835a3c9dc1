package io.daybook.query.event;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.operation.Operation;
import io.daybook.query.platform.operation.Operations;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Has the index made anew, and writes down that it was asked for and when it was done. */
@Component
class EventIndexRebuild {

    private static final long LOOK = Duration.ofMillis(50).toNanos();

    private final PostgresEventStorageEngine engine;
    private final EventIndex index;
    private final EventIndexer indexer;
    private final Operations operations;
    private final ExecutorService watches = Executors.newVirtualThreadPerTaskExecutor();

    EventIndexRebuild(
            PostgresEventStorageEngine engine, EventIndex index, EventIndexer indexer, Operations operations) {
        this.engine = engine;
        this.index = index;
        this.indexer = indexer;
        this.operations = operations;
    }

    /** Empties it; answers the id of the operation, which ends when it is again where the log is now. */
    String begin() {
        Operation operation = operations.started("events.rebuild-index", "events", Map.of());
        try {
            long target = engine.head();
            operation.progress().begins("filling", target);
            indexer.rebuild();
            watches.execute(() -> watch(operation, target));
            return operation.id();
        } catch (RuntimeException failure) {
            operation.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private void watch(Operation operation, long target) {
        long passed = 0;
        while (passed < target && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK);
            long now = Math.min(target, index.position());
            operation.progress().passed(Math.max(0, now - passed));
            passed = Math.max(passed, now);
        }
        if (passed < target) {
            operation.failed("The instance that watched it has ended; the index goes on being filled");
            return;
        }
        operation.ended("%,d events are in it".formatted(target));
    }

    @PreDestroy
    void end() {
        watches.shutdownNow();
    }
}
