package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.api.watch.WatchedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts events by minutes of business time. The clock of the log is the latest business time of any trade in it, in order of
 * position; a minute closes when the clock has passed its end by the grace, and is told once. What comes for a minute that is
 * closed counts in the earliest that is open, and as late: nothing is lost, and nothing is told twice.
 */
public final class MinutesKernel {

    private static final Set<String> SEQUENCED = WatchedSequence.watchable();
    private static final long NEVER = Long.MIN_VALUE;
    private static final long AHEAD = 5 * Minute.MILLIS;

    private final long grace;
    private final Facts facts;
    private final TreeMap<Long, Minute> open = new TreeMap<>();
    private long clock = NEVER;
    private long firstOpen;
    private long late;

    /** @param grace in milliseconds */
    public MinutesKernel(long grace, Facts facts) {
        this.grace = grace;
        this.facts = facts;
    }

    /** Takes the next event in order; answers with the minutes that it closes and in which anything happened, in order. */
    public List<Minute> take(LogEvent event) {
        if (event.type().equals(LogEvent.VISITS)) {
            visits(event);
            return List.of();
        }
        long at = event.at() == LogEvent.NO_TIME ? clock : event.at();
        if (clock == NEVER && at != NEVER) {
            firstOpen = Minute.of(at);
        }
        clock = Math.max(clock, at);
        if (clock == NEVER) {
            facts.learn(event);
            return List.of();
        }
        facts.count(event, openMinute(at));
        if (SEQUENCED.contains(event.type())) {
            openMinute(clock).occurrences().add(new Occurrence(event.type(), event.subject(), clock, event.position()));
        }
        return close();
    }

    /** Visits have no place in the log, so they do not move its clock, and are never far ahead of it. */
    private void visits(LogEvent event) {
        if (clock != NEVER) {
            facts.count(event, openMinute(Math.min(event.at(), clock + AHEAD)));
        }
    }

    private Minute openMinute(long at) {
        long number = Minute.of(at);
        if (number < firstOpen) {
            late++;
        }
        return open.computeIfAbsent(Math.max(number, firstOpen), Minute::empty);
    }

    private List<Minute> close() {
        firstOpen = Math.max(firstOpen, Minute.of(clock - grace));
        List<Minute> closed = new ArrayList<>();
        Map<Long, Minute> over = open.headMap(firstOpen);
        for (Minute minute : over.values()) {
            if (!minute.counts().isEmpty() || !minute.occurrences().isEmpty()) {
                closed.add(minute);
            }
        }
        over.clear();
        return closed;
    }

    /** The number of the earliest minute that is not closed; 0 before any trade. */
    public long firstOpen() {
        return firstOpen;
    }

    /** The latest business time so far; {@link LogEvent#NO_TIME} before any trade. */
    public long clock() {
        return clock;
    }

    /** How many events came for a minute that was closed. */
    public long late() {
        return late;
    }

    Map<Long, Minute> open() {
        return open;
    }

    void exchange(Memory memory) {
        clock = memory.keep(clock);
        firstOpen = memory.keep(firstOpen);
        late = memory.keep(late);
    }
}
