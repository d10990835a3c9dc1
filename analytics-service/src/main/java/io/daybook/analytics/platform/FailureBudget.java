package io.daybook.analytics.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows so many failures within a time, and no more: what tells a hiccup from a fault that returns. */
final class FailureBudget {

    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    FailureBudget(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
    }

    /** Counts one failure and tells whether it is still allowed. */
    synchronized boolean allowsOneMore() {
        Instant now = clock.instant();
        while (!failures.isEmpty() && !failures.getFirst().plus(within).isAfter(now)) {
            failures.removeFirst();
        }
        failures.addLast(now);
        return failures.size() <= most;
    }
}
