package io.daybook.analytics.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How windows of any length are cut from panes, given from when on fine ones are kept. A window ends at the first
 * boundary of a fine pane at or after the time asked for; where the fine panes that it would need are gone, at that of
 * a coarse one.
 */
record WindowEnds(PaneSettings panes, Instant horizon) {

    /** A window and the panes that it is made of. */
    record Cut(TimeRange range, List<PaneCut> panes) {}

    /** The end of the fine pane that holds the newest time, or the first one at or after the time asked for. */
    Instant end(@Nullable Instant at, Optional<Instant> newest) {
        if (at != null) {
            return panes.fine().boundaryAtOrAfter(at);
        }
        return newest.map(time -> panes.fine().startOf(time).plus(panes.fine().width()))
                .orElse(Instant.EPOCH);
    }

    /** The window of a length that ends at a fine boundary, or a little later; empty where panes cannot tell. */
    Optional<Cut> cut(Instant end, Duration length) {
        TimeRange exact = TimeRange.endingAt(end, length);
        List<PaneCut> cuts = PaneCut.of(exact, panes);
        if (isKept(cuts)) {
            return Optional.of(new Cut(exact, cuts));
        }
        if (!panes.coarse().isMultiple(length)) {
            return Optional.empty();
        }
        TimeRange rounded = TimeRange.endingAt(panes.coarse().boundaryAtOrAfter(end), length);
        return Optional.of(new Cut(rounded, PaneCut.of(rounded, panes)));
    }

    /** Whether there are the panes that make up a stretch of time. */
    boolean isKept(TimeRange range) {
        return isKept(PaneCut.of(range, panes));
    }

    private boolean isKept(List<PaneCut> cuts) {
        return cuts.stream()
                .noneMatch(cut -> cut.grain() == Grain.FINE && cut.from().isBefore(horizon));
    }
}
