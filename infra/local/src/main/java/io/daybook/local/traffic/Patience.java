package io.daybook.local.traffic;

import java.time.Duration;

/**
 * How long a request is tried again, with pauses that double.
 *
 * @param giveUpAfter how long a service may be away altogether
 * @param serverErrors how often one request may meet an error of the service's own before it counts as refused
 */
public record Patience(Duration firstPause, Duration longestPause, Duration giveUpAfter, int serverErrors) {

    /** Outlives the restart of a killed service. */
    public static final Patience USUAL =
            new Patience(Duration.ofMillis(100), Duration.ofSeconds(3), Duration.ofMinutes(3), 12);

    Duration pause(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
