package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.event.WatchDefined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch would have done, found by running the live kernel over the history and telling nobody.
 *
 * @param fired how many alerts it would have raised
 * @param alerts the first {@link #MOST} of them, in order
 * @param minutes how many minutes with anything in them it has looked at
 * @param since when the history begins; null where there is none
 */
public record BackTest(
        long fired,
        List<AlertEvidence> alerts,
        long minutes,
        @Nullable Instant since) {

    public static final int MOST = 500;

    /** Tries a definition on the minutes from one on and before another one, having learned from all before. */
    public static BackTest of(WatchDefinition definition, History history, long from, long until) {
        WatchKernel kernel = new WatchKernel(WatchDefined.of("back-test", 1, definition, Instant.EPOCH));
        Counting counting = new Counting(from);
        long minutes = 0;
        Instant since = null;
        for (Minute minute : history.before(until)) {
            kernel.minute(minute, counting);
            since = since == null ? Instant.ofEpochMilli(minute.number() * Minute.MILLIS) : since;
            minutes++;
        }
        kernel.until(until, counting);
        return new BackTest(counting.fired, List.copyOf(counting.alerts), minutes, since);
    }

    private static final class Counting implements WatchKernel.Alerts {

        private final long from;
        private final List<AlertEvidence> alerts = new ArrayList<>();
        private long fired;

        private Counting(long from) {
            this.from = from;
        }

        @Override
        public void raised(long minute, RaiseAlert alert) {
            if (minute < from) {
                return;
            }
            fired++;
            if (alerts.size() < MOST) {
                alerts.add(alert.evidence());
            }
        }
    }
}
