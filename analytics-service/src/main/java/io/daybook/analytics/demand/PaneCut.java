package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of business time to be summed from panes of one grain, on whose boundaries it lies. */
record PaneCut(Grain grain, Instant from, Instant until) {

    TimeRange range() {
        return new TimeRange(from, until);
    }

    /**
     * The range in as few panes as can be: coarse ones, with fine ones at either end where it does not lie on their
     * boundaries.
     */
    static List<PaneCut> of(TimeRange range, PaneSettings settings) {
        Instant first = boundaryAtOrAfter(range.from(), settings.coarse());
        Instant last = boundaryAtOrBefore(range.until(), settings.coarse());
        List<PaneCut> cuts = new ArrayList<>();
        if (first.isAfter(last)) {
            add(cuts, Grain.FINE, range.from(), range.until());
            return cuts;
        }
        add(cuts, Grain.FINE, range.from(), first);
        add(cuts, Grain.COARSE, first, last);
        add(cuts, Grain.FINE, last, range.until());
        return cuts;
    }

    private static void add(List<PaneCut> cuts, Grain grain, Instant from, Instant until) {
        if (from.isBefore(until)) {
            cuts.add(new PaneCut(grain, from, until));
        }
    }

    private static Instant boundaryAtOrAfter(Instant time, Panes panes) {
        return isEndless(time) ? time : panes.boundaryAtOrAfter(time);
    }

    private static Instant boundaryAtOrBefore(Instant time, Panes panes) {
        return isEndless(time) ? time : panes.startOf(time);
    }

    private static boolean isEndless(Instant time) {
        return time.equals(Instant.MIN) || time.equals(Instant.MAX);
    }
}
