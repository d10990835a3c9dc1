package io.daybook.bench.rebuild;

import java.time.Duration;

/**
 * How long a run takes.
 *
 * @param events how many the store has, at least
 * @param rounds in how many rounds everyone has a turn
 * @param pooledWarmUp for how long the processor runs before it is measured
 * @param pooledMeasured for how long it is measured
 */
public record RebuildSettings(long events, int rounds, Duration pooledWarmUp, Duration pooledMeasured) {

    public static RebuildSettings quickly(long events) {
        return new RebuildSettings(events, 3, Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    public static RebuildSettings fully(long events) {
        return new RebuildSettings(events, 3, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
