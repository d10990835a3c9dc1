package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes of minutes what a value is made of: each minute by itself, or an hour, which is complete with its last minute.
 * What it gives has the number of its first minute. Before the first minute of a log, and in a long gap, an hour may
 * have fewer.
 */
final class Gathering {

    private static final long NONE = Long.MIN_VALUE;

    private final long width;
    private Minute gathered = Minute.empty(NONE);

    Gathering(Duration every) {
        this.width = every.toMinutes();
    }

    /** How long a value is, in milliseconds. */
    long millis() {
        return width * Minute.MILLIS;
    }

    /** Takes a minute, later than all before; answers with what is complete with it. */
    Optional<Minute> next(Minute minute) {
        if (width == 1) {
            return Optional.of(minute);
        }
        long start = Math.floorDiv(minute.number(), width) * width;
        if (gathered.number() != start) {
            gathered = Minute.empty(start);
        }
        Minute hour = gathered;
        minute.counts().forEach((series, counted) -> hour.counts().merge(series, counted, Counted::and));
        return minute.number() + 1 == start + width ? Optional.of(hour) : Optional.empty();
    }

    void exchange(Memory memory) {
        gathered = gathered.exchanged(memory);
    }
}
