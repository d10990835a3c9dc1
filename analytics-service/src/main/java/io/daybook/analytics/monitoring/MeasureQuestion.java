package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.MeasuredSeries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for the minutes of one group of a measure, at most {@link #MOST_MINUTES}; the last three hours where it says nothing. */
record MeasureQuestion(
        MeasuredSeries series,
        String group,
        @Nullable Instant from,
        @Nullable Instant until) {

    static final long USUAL_MINUTES = 180;
    static final long MOST_MINUTES = 7 * 24 * 60;
}
