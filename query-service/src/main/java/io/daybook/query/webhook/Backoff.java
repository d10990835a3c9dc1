package io.daybook.query.webhook;

import java.time.Duration;

/**
 * Pauses that double with each failure up to the longest, of which chance takes away up to half: so that those who
 * failed together part.
 */
record Backoff(Duration first, Duration longest) {

    /**
     * The pause after so many failures, 1 or more.
     *
     * @param luck from 0 to 1
     */
    Duration after(int failures, double luck) {
        double nanos = Math.min((double) longest.toNanos(), first.toNanos() * Math.pow(2, failures - 1.0));
        return Duration.ofNanos(Math.round(nanos * (1 - luck / 2)));
    }
}
