package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * The clock of the log: the latest business time so far, and when it was recorded. What has happened up to a time is
 * taken to have come when its recording has gone on for the grace after the clock passed it. So trade that comes as it
 * happens is awaited for the grace, and history that is brought in, where a day of trade may take a moment, for just as
 * long by the time of its recording.
 */
final class LogClock {

    private static final long NEVER = LogEvent.NO_TIME;
    private static final long TICK = 1_000;

    private final long grace;
    /** Of the last grace and the one before it, one of each second at most. */
    private final ArrayDeque<Step> steps = new ArrayDeque<>();

    private long recorded = NEVER;
    private long now = NEVER;

    private record Step(long recorded, long clock) {}

    /** @param grace in milliseconds */
    LogClock(long grace) {
        this.grace = grace;
    }

    /** Something was recorded. */
    void recorded(long epochMilli) {
        recorded = Math.max(recorded, epochMilli);
    }

    /** Something happened. */
    void moveTo(long epochMilli) {
        if (epochMilli <= now) {
            return;
        }
        now = epochMilli;
        if (!steps.isEmpty() && Math.floorDiv(steps.getLast().recorded, TICK) == Math.floorDiv(recorded, TICK)) {
            steps.removeLast();
        }
        steps.addLast(new Step(recorded, now));
    }

    /** The latest business time so far; {@link LogEvent#NO_TIME} before any. */
    long now() {
        return now;
    }

    /**
     * Up to when all that happened is taken to have come; {@link LogEvent#NO_TIME} where that is not known of any time.
     */
    long settled() {
        if (steps.isEmpty()) {
            return NEVER;
        }
        long settled = recorded - grace;
        forgetBefore(settled);
        Step before = steps.getFirst();
        if (before.recorded > settled) {
            return NEVER;
        }
        Iterator<Step> further = steps.iterator();
        further.next();
        if (!further.hasNext()) {
            return before.clock;
        }
        Step after = further.next();
        boolean asItHappened = after.clock - before.clock <= after.recorded - before.recorded + grace;
        return asItHappened ? Math.max(before.clock, after.clock - (after.recorded - settled)) : before.clock;
    }

    private void forgetBefore(long settled) {
        while (steps.size() > 1) {
            Step first = steps.removeFirst();
            if (steps.getFirst().recorded > settled) {
                steps.addFirst(first);
                return;
            }
        }
    }

    void exchange(Memory memory) {
        recorded = memory.keep(recorded);
        now = memory.keep(now);
        List<Step> kept = List.copyOf(steps);
        steps.clear();
        long count = memory.keep((long) kept.size());
        for (int index = 0; index < count; index++) {
            Step step = index < kept.size() ? kept.get(index) : new Step(0, 0);
            steps.addLast(new Step(memory.keep(step.recorded), memory.keep(step.clock)));
        }
    }
}
