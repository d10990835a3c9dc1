package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a log that is silent the time, so that its silence is seen though no event comes. In one that is live, whose
 * clock is less than an hour behind the wall's, business time goes on as well. In history that was brought in, or a log
 * that is caught up with after a longer stop, it does not; there one beat says that no more is coming, and what has
 * come is counted.
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

    /** The beat that is due. */
    Optional<LogEvent> due(Monitor monitor, long now) {
        if (now - heard < pause) {
            return Optional.empty();
        }
        long clock = monitor.minutes().clock();
        boolean live = clock > now - LIVE;
        boolean due = live ? clock <= now - pause : monitor.minutes().isWaiting();
        return due ? Optional.of(LogEvent.heartbeat(monitor.position(), live, now)) : Optional.empty();
    }
}
