package io.daybook.analytics.monitoring;

import java.time.Duration;

/**
 * Says when a log that is silent is to be told the time, so that its silence is seen though no event comes. Only a live log is:
 * one whose clock is less than an hour behind the wall's. History that was brought in, or a log that is caught up with after a
 * longer stop, has the time of its own events alone.
 */
final class Heartbeats {

    private static final long LIVE = Duration.ofHours(1).toMillis();

    private final long pause;
    private long heard;

    /** @param pause how long nothing may have come, in milliseconds */
    Heartbeats(long pause, long now) {
        this.pause = pause;
        this.heard = now;
    }

    /** Something came. */
    void heard(long now) {
        heard = now;
    }

    /** @param clock of the log */
    boolean isDue(long clock, long now) {
        return now - heard >= pause && clock <= now - pause && clock > now - LIVE;
    }
}
