package io.daybook.query.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a position grows, by what it was in the last ten seconds. */
final class Pace {

    private static final long SPAN = Duration.ofSeconds(10).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final double SECOND = 1e9;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long position) {}

    /** Takes note of a position at a time in nanoseconds. */
    synchronized void note(long nanos, long position) {
        Sample last = samples.peekLast();
        if (last != null && position < last.position()) {
            samples.clear();
        } else if (last != null && nanos - last.nanos() < BETWEEN) {
            return;
        }
        samples.addLast(new Sample(nanos, position));
        while (samples.getFirst().nanos() < nanos - SPAN) {
            samples.removeFirst();
        }
    }

    /** Events a second, to a time in nanoseconds at which the position is this. */
    synchronized long perSecond(long nanos, long position) {
        while (!samples.isEmpty() && samples.getFirst().nanos() < nanos - SPAN) {
            samples.removeFirst();
        }
        Sample first = samples.peekFirst();
        if (first == null || nanos - first.nanos() < BETWEEN) {
            return 0;
        }
        return Math.round(Math.max(0, position - first.position()) / ((nanos - first.nanos()) / SECOND));
    }
}
