package io.daybook.analytics.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Tumbling and hopping windows, summed from panes. The first window starts where the range does, each further one
 * {@code advance} later, and every window lies whole within the range. An advance as long as the window makes it
 * tumble, a shorter one hop; a longer one leaves time between windows out.
 */
final class WindowKernel {

    /** A window of business time and the demand in it. */
    record Window(Instant start, Instant end, ByCurrency demand) {}

    private WindowKernel() {}

    /** How many windows {@link #windows} would make. */
    static long count(TimeRange range, Duration size, Duration advance) {
        Duration spare = Duration.between(range.from(), range.until()).minus(size);
        return spare.isNegative() ? 0 : spare.dividedBy(advance) + 1;
    }

    /** Every window of the range, in order of time, those without demand included. */
    static List<Window> windows(
            TimeRange range, Duration size, Duration advance, NavigableMap<Instant, ByCurrency> panes) {
        NavigableMap<Instant, ByCurrency> running = runningTotal(panes);
        long count = count(range, size, advance);
        List<Window> windows = new ArrayList<>(Math.toIntExact(count));
        for (long index = 0; index < count; index++) {
            Instant start = range.from().plus(advance.multipliedBy(index));
            Instant end = start.plus(size);
            windows.add(new Window(start, end, before(end, running).minus(before(start, running))));
        }
        return windows;
    }

    private static NavigableMap<Instant, ByCurrency> runningTotal(NavigableMap<Instant, ByCurrency> panes) {
        NavigableMap<Instant, ByCurrency> running = new TreeMap<>();
        ByCurrency total = ByCurrency.NONE;
        for (Map.Entry<Instant, ByCurrency> pane : panes.entrySet()) {
            total = total.plus(pane.getValue());
            running.put(pane.getKey(), total);
        }
        return running;
    }

    private static ByCurrency before(Instant time, NavigableMap<Instant, ByCurrency> running) {
        Map.Entry<Instant, ByCurrency> last = running.lowerEntry(time);
        return last == null ? ByCurrency.NONE : last.getValue();
    }
}
