package io.daybook.query.operations;

import io.daybook.query.platform.generation.BackgroundThreads;
import io.daybook.query.platform.operation.Operation;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what goes on after its request, one after the other, and writes down how it ends. */
@Component
class LongActions {

    private static final Logger logger = LoggerFactory.getLogger(LongActions.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(new BackgroundThreads("operation-"));

    /** Does it; the work answers what is to be said of it. */
    void run(Operation operation, Supplier<String> work) {
        thread.execute(() -> {
            try {
                operation.ended(work.get());
            } catch (RuntimeException failure) {
                logger.error("Operation {} failed", operation.id(), failure);
                operation.failed(String.valueOf(failure.getMessage()));
            }
        });
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
