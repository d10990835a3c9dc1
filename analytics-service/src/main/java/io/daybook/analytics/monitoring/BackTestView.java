package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.BackTest;
import io.daybook.api.alert.event.AlertEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch would have done.
 *
 * @param fired how many alerts it would have raised
 * @param alerts the first of them
 * @param minutes how many minutes with anything in them it has looked at, from the beginning of the history on
 * @param since when the history begins
 */
record BackTestView(
        long fired,
        List<AlertEvidence> alerts,
        long minutes,
        @Nullable Instant since) {

    static BackTestView of(BackTest test) {
        return new BackTestView(test.fired(), test.alerts(), test.minutes(), test.since());
    }
}
