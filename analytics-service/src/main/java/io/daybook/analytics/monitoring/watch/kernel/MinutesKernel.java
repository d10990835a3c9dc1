package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.api.watch.WatchedSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts events by minutes of business time. A minute closes when all of it is taken to have come ({@link LogClock}),
 * goes into the history and is told once. What comes for a minute that is closed counts in the earliest that is open,
 * and as late, if it was recorded within an hour of happening; else it is history, and corrects that of its own minute.
 * So nothing is lost, and nothing told twice.
 *
 * <p>The clock is moved by orders placed, and by whatever is recorded within an hour of happening. The prices of a past
 * year, which may be brought in before its orders, have not happened to those orders yet.
 */
public final class MinutesKernel {

    private static final Set<String> SEQUENCED = WatchedSequence.watchable();
    private static final long NEVER = LogEvent.NO_TIME;
    private static final long AHEAD = 5 * Minute.MILLIS;
    private static final long NEWS = Duration.ofHours(1).toMillis();

    private final Facts facts;
    private final History history;
    private final LogClock clock;
    private final TreeMap<Long, Minute> open = new TreeMap<>();
    private long firstOpen;
    private long late;
    private long corrections;
    private Cause mover = Cause.NONE;

    /** @param grace in milliseconds */
    public MinutesKernel(long grace, Facts facts, History history) {
        this.clock = new LogClock(grace);
        this.facts = facts;
        this.history = history;
    }

    /**
     * Takes the next event in order; answers with the minutes that it closes and in which anything happened, in order.
     */
    public List<Minute> take(LogEvent event) {
        if (event.type().equals(LogEvent.VISITS)) {
            visits(event);
            return List.of();
        }
        clock.recorded(event.recorded());
        long told = facts.orders().timeOf(event);
        boolean news = told == NEVER || event.recorded() - told <= NEWS;
        if (told > clock.now() && (news || event.type().equals("OrderPlaced"))) {
            clock.moveTo(told);
            mover = event.cause();
        }
        long at = told == NEVER ? clock.now() : told;
        if (at == NEVER) {
            facts.learn(event);
        } else {
            count(event, at, news);
        }
        facts.orders().settle(event);
        return close();
    }

    /** Visits have no place in the log, so they do not move its clock, and are never far ahead of it. */
    private void visits(LogEvent event) {
        if (clock.now() != NEVER) {
            count(event, Math.min(event.at(), clock.now() + AHEAD), clock.now() - event.at() <= NEWS);
        }
    }

    private void count(LogEvent event, long at, boolean news) {
        long own = Minute.of(at);
        Minute counted = Minute.empty(news ? Math.max(own, firstOpen) : own);
        facts.count(event, counted);
        if (SEQUENCED.contains(event.type())) {
            long seen = Math.max(at, counted.number() * Minute.MILLIS);
            counted.occurrences().add(new Occurrence(event.type(), event.subject(), seen, event.position()));
        }
        if (counted.isEmpty()) {
            return;
        }
        if (counted.number() < firstOpen) {
            corrections++;
            history.correct(counted);
            return;
        }
        late += own < firstOpen ? 1 : 0;
        open.computeIfAbsent(counted.number(), Minute::empty).add(counted);
    }

    private List<Minute> close() {
        firstOpen = Math.max(firstOpen, Minute.of(clock.settled()));
        Map<Long, Minute> over = open.headMap(firstOpen);
        List<Minute> closed = new ArrayList<>(over.values());
        over.clear();
        closed.forEach(history::add);
        return closed;
    }

    /** The number of the earliest minute that is not closed; 0 while none is. */
    public long firstOpen() {
        return firstOpen;
    }

    /** The latest business time so far; {@link LogEvent#NO_TIME} before any trade. */
    public long clock() {
        return clock.now();
    }

    /** What moved the clock last, and so closed what was closed since; none where that was the time alone. */
    Cause mover() {
        return mover;
    }

    /** Whether minutes would close if the log were told that time goes on. */
    public boolean isWaiting() {
        return clock.now() != NEVER && firstOpen < Minute.of(clock.now());
    }

    /** How many events counted in a later minute than their own, which was closed. */
    public long late() {
        return late;
    }

    /** How many events corrected the history. */
    public long corrections() {
        return corrections;
    }

    Map<Long, Minute> open() {
        return open;
    }

    void exchange(Memory memory) {
        clock.exchange(memory);
        firstOpen = memory.keep(firstOpen);
        late = memory.keep(late);
        corrections = memory.keep(corrections);
        mover = new Cause(memory.keep(mover.eventId()), memory.keep(mover.correlationId()));
    }
}
