package io.daybook.analytics.demand;

import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/** A stretch of business time, {@code from} inclusive, {@code until} exclusive. */
record TimeRange(Instant from, Instant until) {

    static final TimeRange ALWAYS = new TimeRange(Instant.MIN, Instant.MAX);

    TimeRange {
        if (from.isAfter(until)) {
            throw new InvalidValue("from", "must not be after until");
        }
    }

    static TimeRange endingAt(Instant until, Duration length) {
        return new TimeRange(until.minus(length), until);
    }
}
