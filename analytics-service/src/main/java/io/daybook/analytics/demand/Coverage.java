package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What an answer is made from: how far both topics have been read, in all of their partitions. */
record Coverage(Standings events, Standings activities) {

    /** The newest business time seen in either. */
    Optional<Instant> newest() {
        return Stream.of(events.newest(), activities.newest())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** From when on every partition of both has fine panes. */
    Instant horizon() {
        return events.horizon().isAfter(activities.horizon()) ? events.horizon() : activities.horizon();
    }

    /** The position up to which every event is in. */
    long eventPosition() {
        return Math.max(0, events.lowestPlace());
    }
}
