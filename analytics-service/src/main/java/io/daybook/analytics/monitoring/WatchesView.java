package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.GroupStanding;
import io.daybook.analytics.monitoring.watch.kernel.Minute;
import io.daybook.analytics.monitoring.watch.kernel.Monitor;
import io.daybook.analytics.monitoring.watch.kernel.WatchStanding;
import io.daybook.api.watch.WatchDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The watches as they stand.
 *
 * @param position of the log up to which they have seen all
 * @param closedUntil the minutes before this time are closed; null while none is
 * @param lateEvents how many events came for a minute that was closed, and counted in a later one
 * @param corrections how many came for one that was closed over an hour after they happened, and corrected its history
 * @param warming the watch that is being warmed right now
 */
record WatchesView(
        long position,
        @Nullable Instant closedUntil,
        long lateEvents,
        long corrections,
        @Nullable String warming,
        List<WatchView> watches) {

    private static final int MOST_GROUPS = 200;

    /**
     * A watch that is live.
     *
     * @param liveFrom the first minute of which it raises alerts
     * @param groups how it stands with each, at most 200 of them
     */
    record WatchView(
            String name, long version, WatchDefinition definition, Instant liveFrom, List<GroupStanding> groups) {

        static WatchView of(WatchStanding standing) {
            return new WatchView(
                    standing.defined().name(),
                    standing.defined().version(),
                    standing.defined().definition(),
                    Instant.ofEpochMilli(standing.liveFrom() * Minute.MILLIS),
                    standing.groups().stream().limit(MOST_GROUPS).toList());
        }
    }

    static WatchesView of(Monitor monitor) {
        long firstOpen = monitor.minutes().firstOpen();
        return new WatchesView(
                monitor.position(),
                firstOpen == 0 ? null : Instant.ofEpochMilli(firstOpen * Minute.MILLIS),
                monitor.minutes().late(),
                monitor.minutes().corrections(),
                monitor.warming().isEmpty() ? null : monitor.warming(),
                monitor.standing().stream().map(WatchView::of).toList());
    }
}
