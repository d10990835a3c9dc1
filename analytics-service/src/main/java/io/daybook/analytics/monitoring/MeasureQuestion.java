package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.MeasuredSeries;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the minutes, or hours, of one group of a measure, at most {@link #MOST_VALUES}; for the last 180 where it
 * says nothing.
 */
record MeasureQuestion(
        MeasuredSeries series,
        String group,
        Duration every,
        @Nullable Instant from,
        @Nullable Instant until) {

    static final long USUAL_VALUES = 180;
    static final long MOST_VALUES = 7 * 24 * 60;

    /** The longest time that may be asked for: a week of minutes, or more than a year of hours. */
    Duration longest() {
        return every.multipliedBy(MOST_VALUES);
    }
}
