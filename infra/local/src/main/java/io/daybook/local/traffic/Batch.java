package io.daybook.local.traffic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Requests that were handed over together and are under way; the next phase may wait for all of them. */
public final class Batch {

    private final CountDownLatch open;
    private final AtomicReference<@Nullable RuntimeException> failure;

    Batch(int requests, AtomicReference<@Nullable RuntimeException> failure) {
        this.open = new CountDownLatch(requests);
        this.failure = failure;
    }

    void done() {
        open.countDown();
    }

    /** Returns when every request has its outcome; throws {@link ServiceAway} when the service stayed away. */
    public void await() throws InterruptedException {
        open.await();
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }
}
