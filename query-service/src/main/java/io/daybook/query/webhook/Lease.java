package io.daybook.query.webhook;

import java.time.Duration;

/**
 * Until when this instance may count on its leases, by its own clock: one that was asleep for long must not go on
 * posting.
 */
final class Lease {

    private volatile long until = System.nanoTime();

    /** The leases were renewed by a statement sent at a time of {@link System#nanoTime}. */
    void renewed(long sentAt, Duration lease) {
        until = sentAt + lease.toNanos();
    }

    /** Whether the leases hold for so long still. */
    boolean holdsFor(Duration time) {
        return until - System.nanoTime() >= time.toNanos();
    }
}
