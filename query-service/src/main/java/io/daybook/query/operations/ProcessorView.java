package io.daybook.query.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A processor as an operator sees it.
 *
 * @param position that all its segments have passed
 * @param lag events that it has yet to pass
 * @param lagMs how long the first of those has been in the log
 * @param perSecond events a second over the last minute
 * @param perSecondNow the same over the last 5 s
 * @param runsHere whether this instance runs it
 * @param pause why it stands still, where an operator wished it
 * @param lastError of this instance, whether it has got over it or not
 */
record ProcessorView(
        String name,
        State state,
        long position,
        long head,
        long lag,
        long lagMs,
        double perSecond,
        double perSecondNow,
        boolean runsHere,
        List<String> models,
        long deadLetters,
        List<SegmentView> segments,
        @Nullable PauseView pause,
        @Nullable ErrorView lastError) {

    /** What a processor is at. */
    enum State {
        /** It has a lag, and makes it smaller, be it slowly. */
        RUNNING,
        /** It has passed every event. */
        IDLE,
        /** It stands still by an operator's wish. */
        PAUSED,
        /** It has a lag, and either fails again and again or does nothing about it. */
        STALLED,
        /** No instance works on one of its segments. */
        UNCLAIMED
    }

    /**
     * A share of a processor's aggregates.
     *
     * @param mask together with the id it tells whose events these are
     * @param owner the instance that works on it; null where none does
     */
    record SegmentView(int id, int mask, @Nullable String owner, long position, long lag) {}

    record PauseView(String reason, Instant since) {}

    record ErrorView(Instant at, long position, String eventType, String problem) {}
}
