package io.daybook.analytics.window;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record of the log has to say to a window. */
sealed interface Reading {

    /** It is of no concern, and tells no time. */
    Reading NOTHING = new Nothing();

    record Nothing() implements Reading {}

    /**
     * Something happened.
     *
     * @param at its event time
     * @param id the caller's own, under which a repetition is known; null where there is none
     * @param facts what is added up, each key once; none where it is of another kind or lacks the key
     */
    record Facts(long at, @Nullable String id, List<Fact> facts) implements Reading {}

    record Fact(String key, BigDecimal value) {}

    /** Somebody wants what is kept under a key forgotten, up to and including a time. */
    record Wish(String key, long until) implements Reading {}
}
