package io.daybook.query.event;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted, and in which order.
 *
 * @param conditions each of them the terms of which an event has to have one at least
 * @param after the position before the first that counts
 * @param until the last position that counts
 * @param from the first recording time that counts; null for no limit
 * @param to the first recording time beyond
 */
record EventQuestion(
        List<Set<String>> conditions,
        long after,
        long until,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean latestFirst) {

    EventQuestion {
        conditions = List.copyOf(conditions);
    }

    /** The events that have one of some terms, in the order of the log. */
    static EventQuestion having(Set<String> terms, long after) {
        return new EventQuestion(List.of(terms), after, Long.MAX_VALUE, null, null, false);
    }

    /** The same between other positions. */
    EventQuestion between(long after, long until) {
        return new EventQuestion(
                conditions, Math.max(this.after, after), Math.min(this.until, until), from, to, latestFirst);
    }

    /** The same in the order of the log. */
    EventQuestion inOrder() {
        return new EventQuestion(conditions, after, until, from, to, false);
    }

    /** Whether an event is wanted, by what it is itself. */
    boolean matches(RecordedEvent event) {
        return concerns(event) && (conditions.isEmpty() || isMetBy(EventTerms.of(event)));
    }

    /** The same where its terms are known. */
    boolean matches(RecordedEvent event, Set<String> terms) {
        return concerns(event) && isMetBy(terms);
    }

    private boolean isMetBy(Set<String> terms) {
        return conditions.stream().noneMatch(alternatives -> Collections.disjoint(alternatives, terms));
    }

    private boolean concerns(RecordedEvent event) {
        return event.position() > after
                && event.position() <= until
                && (from == null || !event.recordedAt().isBefore(from))
                && (to == null || event.recordedAt().isBefore(to));
    }
}
