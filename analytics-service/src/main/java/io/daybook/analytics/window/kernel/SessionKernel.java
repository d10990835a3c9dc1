package io.daybook.analytics.window.kernel;

import io.daybook.analytics.window.kernel.ChangedState.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Session windows: events of a key less than the gap apart belong together. Each event opens a window as long as the
 * gap, and windows that intersect are merged (Akidau et al. 2015, section 2.2.1); a session ends a gap after its last
 * event.
 *
 * <p>An event is late when it comes more than the grace behind its watermark, and its session counts it as a
 * correction, whether or not a result was there to correct: that keeps the last result a function of the set of events.
 * A late event that joins two sessions withdraws the later one; one that makes a closed session last beyond the
 * watermark withdraws its result until it is closed again. An event is dropped when the end of the session it would be
 * by itself is past retention.
 *
 * <pre>
 * state   'S' start key → last event, count, late, told, aggregate
 * </pre>
 */
public final class SessionKernel<V, A> implements WindowKernel<V> {

    private static final byte SESSION = 'S';

    private final long gap;
    private final Lateness lateness;
    private final Aggregation<V, A> aggregation;
    private final Map<String, NavigableMap<Long, Session<A>>> sessions = new HashMap<>();
    private final NavigableMap<Long, NavigableSet<String>> keysByEnd = new TreeMap<>();
    private final ChangedState<Cell> changes = new ChangedState<>();
    private long watermark = Lateness.NO_WATERMARK;

    /** Events from {@code first} to {@code last}; {@code told} when its result stands. */
    private record Session<A>(long first, long last, long count, long late, boolean told, A aggregate) {

        Session<A> asTold(boolean now) {
            return new Session<>(first, last, count, late, now, aggregate);
        }
    }

    public SessionKernel(long gap, Lateness lateness, Aggregation<V, A> aggregation) {
        if (gap < 1) {
            throw new IllegalArgumentException("The gap must be positive, not " + gap);
        }
        this.gap = gap;
        this.lateness = lateness;
        this.aggregation = aggregation;
    }

    @Override
    public void observe(Observation<V> event, WindowOutput<V> out) {
        if (lateness.isDropped(event.at() + gap, event.watermark())) {
            out.dropped(event);
        } else {
            boolean late = lateness.isClosed(event.at() + 1, event.watermark());
            if (late) {
                out.late(event);
            }
            join(event, late, out);
        }
        advance(event.watermark(), out);
    }

    private void join(Observation<V> event, boolean late, WindowOutput<V> out) {
        String key = event.key();
        Session<A> joined =
                new Session<>(event.at(), event.at(), 1, late ? 1 : 0, false, aggregation.lift(event.value()));
        List<Session<A>> parts = neighbours(key, event.at());
        for (Session<A> part : parts) {
            remove(key, part);
            joined = merged(part, joined);
        }
        long end = joined.last() + gap;
        boolean closed = lateness.isClosed(end, watermark);
        for (Session<A> part : parts) {
            if (part.told() && !(closed && part.first() == joined.first())) {
                out.withdrawn(key, part.first());
            }
        }
        Session<A> now = joined.asTold(closed);
        put(key, now);
        if (closed) {
            out.result(resultOf(key, now));
        }
    }

    /** The sessions that an event at a time would touch: one that began before it at most, and one after. */
    private List<Session<A>> neighbours(String key, long at) {
        NavigableMap<Long, Session<A>> own = sessions.get(key);
        if (own == null) {
            return List.of();
        }
        List<Session<A>> touched = new ArrayList<>(2);
        Map.Entry<Long, Session<A>> before = own.floorEntry(at);
        if (before != null && at < before.getValue().last() + gap) {
            touched.add(before.getValue());
        }
        Map.Entry<Long, Session<A>> after = own.higherEntry(at);
        if (after != null && after.getKey() < at + gap) {
            touched.add(after.getValue());
        }
        return touched;
    }

    private Session<A> merged(Session<A> one, Session<A> other) {
        return new Session<>(
                Math.min(one.first(), other.first()),
                Math.max(one.last(), other.last()),
                one.count() + other.count(),
                one.late() + other.late(),
                false,
                aggregation.combine(one.aggregate(), other.aggregate()));
    }

    @Override
    public void advance(long reached, WindowOutput<V> out) {
        if (reached <= watermark) {
            return;
        }
        long before = watermark;
        watermark = reached;
        NavigableMap<Long, NavigableSet<String>> closing = before == Lateness.NO_WATERMARK
                ? keysByEnd.headMap(reached - lateness.grace(), true)
                : keysByEnd.subMap(before - lateness.grace(), false, reached - lateness.grace(), true);
        closing.forEach((end, keys) -> keys.forEach(key -> {
            Session<A> told = endingAt(key, end).asTold(true);
            put(key, told);
            out.result(resultOf(key, told));
        }));
    }

    private Session<A> endingAt(String key, long end) {
        return sessionsOf(key).floorEntry(end - gap).getValue();
    }

    private NavigableMap<Long, Session<A>> sessionsOf(String key) {
        return Objects.requireNonNull(sessions.get(key));
    }

    private WindowResult resultOf(String key, Session<A> session) {
        return new WindowResult(
                key,
                session.first(),
                session.first(),
                session.last() + gap,
                aggregation.lower(session.aggregate()),
                session.count(),
                session.late(),
                session.late());
    }

    private void put(String key, Session<A> session) {
        sessions.computeIfAbsent(key, _ -> new TreeMap<>()).put(session.first(), session);
        keysByEnd.computeIfAbsent(session.last() + gap, _ -> new TreeSet<>()).add(key);
        changes.add(new Cell(SESSION, session.first(), key));
    }

    private void remove(String key, Session<A> session) {
        NavigableMap<Long, Session<A>> own = sessionsOf(key);
        own.remove(session.first());
        if (own.isEmpty()) {
            sessions.remove(key);
        }
        NavigableSet<String> keys = Objects.requireNonNull(keysByEnd.get(session.last() + gap));
        keys.remove(key);
        if (keys.isEmpty()) {
            keysByEnd.remove(session.last() + gap);
        }
        changes.add(new Cell(SESSION, session.first(), key));
    }

    @Override
    public void forget(long lowest) {
        long bound = lowest - lateness.retention() - gap;
        while (!keysByEnd.isEmpty() && keysByEnd.firstKey() <= bound) {
            long end = keysByEnd.firstKey();
            for (String key : List.copyOf(keysByEnd.get(end))) {
                remove(key, endingAt(key, end));
            }
        }
    }

    @Override
    public long reach(long until) {
        return until;
    }

    /** A session that began by then goes whole, also what came after it. */
    @Override
    public void remove(Predicate<String> keys, long until, WindowOutput<V> out) {
        for (String key : sessions.keySet().stream().filter(keys).sorted().toList()) {
            for (Session<A> session :
                    List.copyOf(sessionsOf(key).headMap(until, true).values())) {
                remove(key, session);
                if (session.told()) {
                    out.withdrawn(key, session.first());
                }
            }
        }
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public List<WindowResult> windowsOf(String key, long from, long until, int limit) {
        return sessions.getOrDefault(key, new TreeMap<>()).subMap(from, true, until, false).values().stream()
                .limit(limit)
                .map(session -> resultOf(key, session))
                .toList();
    }

    @Override
    public void writeChanges(StateLog log) {
        changes.write(log, (cell, out) -> {
            NavigableMap<Long, Session<A>> own = sessions.get(cell.key());
            Session<A> session = own == null ? null : own.get(cell.time());
            if (session != null) {
                out.putTime(session.last()).putLong(session.count()).putLong(session.late());
                out.putByte(session.told() ? 1 : 0);
                aggregation.format().write(session.aggregate(), out);
            }
            return session != null;
        });
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        Cell cell = Cell.read(key);
        StateInput in = new StateInput(value);
        Session<A> session = new Session<>(
                cell.time(),
                in.time(),
                in.number(),
                in.number(),
                in.oneByte() == 1,
                aggregation.format().read(in));
        sessions.computeIfAbsent(cell.key(), _ -> new TreeMap<>()).put(cell.time(), session);
        keysByEnd.computeIfAbsent(session.last() + gap, _ -> new TreeSet<>()).add(cell.key());
    }

    @Override
    public void resume(long reached) {
        watermark = reached;
    }
}
