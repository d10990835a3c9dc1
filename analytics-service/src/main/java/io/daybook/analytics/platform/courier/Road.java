package io.daybook.analytics.platform.courier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic of errands. A context that wants something done declares a bean of it, writes to the topic by its topology,
 * and need do no more.
 *
 * @param name names the group of its consumers, and shows in {@code GET /errands}
 * @param topic made where it is missing, by {@link RoadTopics}
 * @param isolation whether an errand may be carried before the transaction that wrote it is committed
 * @param goodFor how old an errand may be, by the time of its record; an older one is passed over, so that a topology
 *     that reads its topic anew does not want what was done long ago. Null for any age
 */
public record Road(
        String name,
        String topic,
        Isolation isolation,
        @Nullable Duration goodFor) {

    /** A road whose errands are good for ever. */
    public Road(String name, String topic, Isolation isolation) {
        this(name, topic, isolation, null);
    }

    boolean isTooLateFor(Instant made, Instant now) {
        return goodFor != null && made.plus(goodFor).isBefore(now);
    }

    /** When an errand may be carried. */
    public enum Isolation {
        /** When the transaction that wrote it is committed: the errand and the state behind it are there for good. */
        COMMITTED,
        /**
         * At once. Right only where the errand is a function of the log, as is the key that it names itself by: a
         * transaction that is taken back is followed by one that writes the same errand again, to the last byte.
         */
        AT_ONCE
    }
}
