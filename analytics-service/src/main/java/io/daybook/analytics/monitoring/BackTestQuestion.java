package io.daybook.analytics.monitoring;

import io.daybook.api.watch.WatchDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks when a watch would have raised alerts; in all of the history where it says no more. */
record BackTestQuestion(
        WatchDefinition definition,
        @Nullable Instant from,
        @Nullable Instant until) {}
