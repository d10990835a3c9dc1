package io.daybook.analytics.demand;

import io.daybook.analytics.demand.StandingPart.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an answer covers.
 *
 * @param eventPosition the position up to which every event is in; some later ones are, too
 * @param events for each partition of the event log the position of its last event that is in
 * @param activities for each partition of the activities the offset of the last one that is in
 * @param finePanesFrom from when on fine panes are kept
 * @param coarseOnly how many bookings came too late for theirs
 * @param repeatedActivities how many activities were repetitions and count once
 * @param unreadableActivities how many could not be read and do not count
 */
record CoverageView(
        long eventPosition,
        Map<Integer, Long> events,
        Map<Integer, Long> activities,
        @Nullable Instant finePanesFrom,
        long coarseOnly,
        long repeatedActivities,
        long unreadableActivities) {

    static CoverageView of(Coverage coverage) {
        Standings events = coverage.events();
        Standings activities = coverage.activities();
        return new CoverageView(
                coverage.eventPosition(),
                places(events),
                places(activities),
                coverage.horizon().equals(Instant.MIN) ? null : coverage.horizon(),
                sum(events, Progress::coarseOnly) + sum(activities, Progress::coarseOnly),
                sum(activities, Progress::repeated),
                sum(activities, Progress::unreadable));
    }

    private static Map<Integer, Long> places(Standings standings) {
        Map<Integer, Long> places = new TreeMap<>();
        standings.byPartition().forEach((partition, standing) -> {
            if (standing.progress().place() >= 0) {
                places.put(partition, standing.progress().place());
            }
        });
        return places;
    }

    private static long sum(Standings standings, ToLongFunction<Progress> count) {
        return standings.byPartition().values().stream()
                .map(Standing::progress)
                .mapToLong(count)
                .sum();
    }
}
