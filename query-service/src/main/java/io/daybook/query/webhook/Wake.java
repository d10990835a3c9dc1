package io.daybook.query.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits here; a call that comes before it waits is not lost, and many count as one. */
final class Wake {

    private final Semaphore calls = new Semaphore(0);

    void now() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Waits for a call, for so long at most. */
    void await(Duration longest) throws InterruptedException {
        if (calls.tryAcquire(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
