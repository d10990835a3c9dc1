package io.daybook.analytics.activity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A group of activities on their way to Kafka, which has arrived when each of them has. */
final class Delivery {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger underWay = new AtomicInteger(1);
    private volatile @Nullable Exception failure;

    void add() {
        underWay.incrementAndGet();
    }

    /** One of them has come to its end, good or bad. */
    void ended(@Nullable Exception problem) {
        if (problem != null) {
            failure = problem;
        }
        if (underWay.decrementAndGet() == 0) {
            complete();
        }
    }

    /** No more will be added. */
    void seal() {
        ended(null);
    }

    /** Completes after the last has ended; fails where one has failed. */
    CompletableFuture<Void> done() {
        return done;
    }

    private void complete() {
        Exception problem = failure;
        if (problem == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(problem);
        }
    }
}
