package io.daybook.query.platform.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs in an entity between two moments. */
record ComparisonView(Side from, Side to, List<FieldDifference> differences) {

    /**
     * One of the moments.
     *
     * @param position the last event that counts
     * @param at the time as of which it is shown
     * @param version of the entity then; null where there was none
     */
    record Side(long position, Instant at, @Nullable Long version) {}
}
