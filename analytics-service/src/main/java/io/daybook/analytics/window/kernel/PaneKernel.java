package io.daybook.analytics.window.kernel;

import io.daybook.analytics.window.kernel.ChangedState.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tumbling and hopping windows, put together from panes as wide as the advance (Li et al., <i>No Pane, No Gain</i>,
 * SIGMOD Record 34(1), 2005): an event is added once, to one pane, whatever number of windows it is in. Windows start
 * at multiples of the advance since the epoch.
 *
 * <p>An event is late for those of its windows that its watermark has closed, and each of them counts it. It is dropped
 * when the watermark has passed the end of its <i>pane</i> by the retention; since that is at least
 * {@code size - advance + grace}, all of its windows are closed by then.
 *
 * <pre>
 * state   'P' start key → count, aggregate      a pane
 *         'C' end key   → corrections           of a window that was corrected
 * </pre>
 */
public final class PaneKernel<V, A> implements WindowKernel<V> {

    private static final byte PANE = 'P';
    private static final byte CORRECTIONS = 'C';

    private final long size;
    private final long advance;
    private final Lateness lateness;
    private final Aggregation<V, A> aggregation;
    private final NavigableMap<Long, Map<String, Pane<A>>> panes = new TreeMap<>();
    private final NavigableMap<Long, Map<String, Long>> corrections = new TreeMap<>();
    private final ChangedState<Cell> changes = new ChangedState<>();
    private long watermark = Lateness.NO_WATERMARK;
    private long forgotten = Long.MIN_VALUE;

    private static final class Pane<A> {
        A aggregate;
        long count = 1;

        Pane(A aggregate) {
            this.aggregate = aggregate;
        }
    }

    /**
     * Windows of a size, one every advance; the size is a multiple of the advance, and equal to it where they tumble.
     */
    public PaneKernel(long size, long advance, Lateness lateness, Aggregation<V, A> aggregation) {
        if (advance < 1 || size < advance || size % advance != 0) {
            throw new IllegalArgumentException("A size of " + size + " is no multiple of the advance " + advance);
        }
        if (lateness.retention() < size - advance + lateness.grace()) {
            throw new IllegalArgumentException("The retention must be at least size - advance + grace");
        }
        this.size = size;
        this.advance = advance;
        this.lateness = lateness;
        this.aggregation = aggregation;
    }

    @Override
    public void observe(Observation<V> event, WindowOutput<V> out) {
        long start = Math.floorDiv(event.at(), advance) * advance;
        if (lateness.isDropped(start + advance, event.watermark())) {
            out.dropped(event);
        } else {
            add(event, start);
            correct(event, start, out);
        }
        advance(event.watermark(), out);
    }

    private void add(Observation<V> event, long start) {
        Map<String, Pane<A>> pane = panes.computeIfAbsent(start, _ -> new HashMap<>());
        A added = aggregation.lift(event.value());
        Pane<A> figure = pane.get(event.key());
        if (figure == null) {
            pane.put(event.key(), new Pane<>(added));
        } else {
            figure.aggregate = aggregation.combine(figure.aggregate, added);
            figure.count++;
        }
        changes.add(new Cell(PANE, start, event.key()));
    }

    private void correct(Observation<V> event, long start, WindowOutput<V> out) {
        if (!lateness.isClosed(start + advance, Math.max(watermark, event.watermark()))) {
            return;
        }
        if (lateness.isClosed(start + advance, event.watermark())) {
            out.late(event);
        }
        for (long end = start + advance; end <= start + size; end += advance) {
            if (lateness.isClosed(end, event.watermark())) {
                corrections.computeIfAbsent(end, _ -> new HashMap<>()).merge(event.key(), 1L, Long::sum);
                changes.add(new Cell(CORRECTIONS, end, event.key()));
            }
            if (lateness.isClosed(end, watermark)) {
                tell(event.key(), end, out);
            }
        }
    }

    @Override
    public void advance(long reached, WindowOutput<V> out) {
        if (reached <= watermark) {
            return;
        }
        @Nullable Long last = watermark == Lateness.NO_WATERMARK ? null : lastClosed(watermark);
        long closing = lastClosed(reached);
        watermark = reached;
        for (Long end = next(last); end != null && end <= closing; end = next(end)) {
            close(end, out);
        }
    }

    /** The end of the last window that a watermark closes. */
    private long lastClosed(long reached) {
        return Math.floorDiv(reached - lateness.grace(), advance) * advance;
    }

    /** The end of the first window after another one, by end, that has a pane. */
    private @Nullable Long next(@Nullable Long lastEnd) {
        if (panes.isEmpty()) {
            return null;
        }
        if (lastEnd == null) {
            return panes.firstKey() + advance;
        }
        long end = lastEnd + advance;
        Long pane = panes.ceilingKey(end - size);
        return pane == null ? null : Long.valueOf(Math.max(end, pane + advance));
    }

    private void close(long end, WindowOutput<V> out) {
        TreeSet<String> keys = new TreeSet<>();
        panes.subMap(end - size, end).values().forEach(pane -> keys.addAll(pane.keySet()));
        keys.forEach(key -> tell(key, end, out));
    }

    private void tell(String key, long end, WindowOutput<V> out) {
        WindowResult result = window(key, end);
        if (result != null) {
            out.result(result);
        }
    }

    private @Nullable WindowResult window(String key, long end) {
        @Nullable A aggregate = null;
        long count = 0;
        for (Map<String, Pane<A>> pane : panes.subMap(end - size, end).values()) {
            Pane<A> figure = pane.get(key);
            if (figure != null) {
                aggregate = aggregate == null ? figure.aggregate : aggregation.combine(aggregate, figure.aggregate);
                count += figure.count;
            }
        }
        if (aggregate == null) {
            return null;
        }
        long corrected = corrections.getOrDefault(end, Map.of()).getOrDefault(key, 0L);
        return new WindowResult(
                key, end - size, end - size, end, aggregation.lower(aggregate), count, corrected, corrected);
    }

    @Override
    public void forget(long lowest) {
        long bound = lowest - lateness.retention();
        forgotten = Math.max(forgotten, bound);
        while (!panes.isEmpty() && panes.firstKey() + size <= bound) {
            var pane = panes.pollFirstEntry();
            pane.getValue().keySet().forEach(key -> changes.add(new Cell(PANE, pane.getKey(), key)));
        }
        while (!corrections.isEmpty() && corrections.firstKey() <= bound) {
            var corrected = corrections.pollFirstEntry();
            corrected.getValue().keySet().forEach(key -> changes.add(new Cell(CORRECTIONS, corrected.getKey(), key)));
        }
    }

    @Override
    public long reach(long until) {
        return Math.floorDiv(until, advance) * advance + advance - 1;
    }

    /** Panes go, so a window that hops keeps what it has in later ones. */
    @Override
    public void remove(Predicate<String> keys, long until, WindowOutput<V> out) {
        NavigableMap<Long, NavigableSet<String>> changed = new TreeMap<>();
        panes.headMap(until, true).forEach((start, pane) -> {
            List<String> gone = pane.keySet().stream().filter(keys).toList();
            gone.forEach(key -> changes.add(new Cell(PANE, start, key)));
            pane.keySet().removeAll(gone);
            for (long end = start + advance; end <= start + size && !gone.isEmpty(); end += advance) {
                changed.computeIfAbsent(end, _ -> new TreeSet<>()).addAll(gone);
            }
        });
        panes.headMap(until, true).values().removeIf(Map::isEmpty);
        changed.forEach((end, gone) -> gone.forEach(key -> settle(key, end, out)));
    }

    private void settle(String key, long end, WindowOutput<V> out) {
        boolean isEmpty = window(key, end) == null;
        if (isEmpty && corrections.getOrDefault(end, new HashMap<>()).remove(key) != null) {
            changes.add(new Cell(CORRECTIONS, end, key));
        }
        if (lateness.isClosed(end, watermark)) {
            if (isEmpty) {
                out.withdrawn(key, end - size);
                return;
            }
            tell(key, end, out);
        }
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public List<WindowResult> windowsOf(String key, long from, long until, int limit) {
        List<WindowResult> windows = new ArrayList<>();
        long first = -Math.floorDiv(-from, advance) * advance;
        for (Long end = next(first + size - advance); end != null && end - size < until; end = next(end)) {
            WindowResult window = window(key, end);
            if (window != null && end > forgotten) {
                windows.add(window);
            }
            if (windows.size() == limit) {
                break;
            }
        }
        return windows;
    }

    @Override
    public void writeChanges(StateLog log) {
        changes.write(log, (cell, out) -> {
            if (cell.kind() == CORRECTIONS) {
                Long corrected = corrections.getOrDefault(cell.time(), Map.of()).get(cell.key());
                return corrected != null && out.putLong(corrected) != null;
            }
            Pane<A> pane = panes.getOrDefault(cell.time(), Map.of()).get(cell.key());
            if (pane != null) {
                out.putLong(pane.count);
                aggregation.format().write(pane.aggregate, out);
            }
            return pane != null;
        });
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        Cell cell = Cell.read(key);
        StateInput in = new StateInput(value);
        if (cell.kind() == CORRECTIONS) {
            corrections.computeIfAbsent(cell.time(), _ -> new HashMap<>()).put(cell.key(), in.number());
            return;
        }
        long count = in.number();
        Pane<A> pane = new Pane<>(aggregation.format().read(in));
        pane.count = count;
        panes.computeIfAbsent(cell.time(), _ -> new HashMap<>()).put(cell.key(), pane);
    }

    @Override
    public void resume(long reached) {
        watermark = reached;
    }
}
