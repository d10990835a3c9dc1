package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.GroupStanding;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
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
 * @param closedUntil the minutes before this time are closed; null before any trade
 * @param lateEvents how many events came for a minute that was closed
 * @param warming the watch that is being warmed right now
 */
record WatchesView(
        long position,
        @Nullable Instant closedUntil,
        long lateEvents,
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
        boolean traded = monitor.minutes().clock() != LogEvent.NO_TIME;
        return new WatchesView(
                monitor.position(),
                traded ? Instant.ofEpochMilli(monitor.minutes().firstOpen() * Minute.MILLIS) : null,
                monitor.minutes().late(),
                monitor.warming().isEmpty() ? null : monitor.warming(),
                monitor.standing().stream().map(WatchView::of).toList());
    }
}
