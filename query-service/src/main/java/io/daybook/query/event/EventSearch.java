package io.daybook.query.event;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds events: the index says at which positions they are, the log what they are. What the index says is looked at
 * again, so two terms with the same hash show nothing that is not wanted.
 */
@Component
class EventSearch {

    private static final int POSITIONS_AT_ONCE = 4_000;
    private static final int EVENTS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final PostgresEventStorageEngine engine;
    private final EventIndex index;

    EventSearch(JdbcTemplate jdbc, PostgresEventStorageEngine engine, EventIndex index) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.index = index;
    }

    /** The first of the events that are wanted. */
    List<RecordedEvent> first(EventQuestion question, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        each(question, limit, event -> {
            events.add(event);
            return events.size() < limit;
        });
        return events;
    }

    /** Hands over the events that are wanted, so many at once in memory, until somebody has had enough. */
    void each(EventQuestion question, Predicate<RecordedEvent> wantsMore) {
        each(question, POSITIONS_AT_ONCE, wantsMore);
    }

    private void each(EventQuestion question, int atOnce, Predicate<RecordedEvent> wantsMore) {
        int limit = Math.min(POSITIONS_AT_ONCE, atOnce);
        TermKeys keys = new TermKeys();
        EventQuestion rest = question.between(0, index.position());
        while (rest.after() < rest.until()) {
            List<Long> positions = positions(rest, limit, keys);
            if (!eachAt(positions, question, wantsMore) || positions.size() < limit) {
                return;
            }
            long last = positions.getLast();
            rest = rest.latestFirst() ? rest.between(0, last - 1) : rest.between(last, Long.MAX_VALUE);
        }
    }

    /** Tells whether more are wanted. */
    private boolean eachAt(List<Long> positions, EventQuestion question, Predicate<RecordedEvent> wantsMore) {
        for (int from = 0; from < positions.size(); from += EVENTS_AT_ONCE) {
            List<Long> some = positions.subList(from, Math.min(positions.size(), from + EVENTS_AT_ONCE));
            for (RecordedEvent event : read(some, question.latestFirst())) {
                if (question.matches(event) && !wantsMore.test(event)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<RecordedEvent> read(List<Long> positions, boolean latestFirst) {
        List<RecordedEvent> events = engine
                .log()
                .at(positions.stream().mapToLong(Long::longValue).toArray())
                .stream()
                .map(RecordedEvent::of)
                .toList();
        return latestFirst ? events.reversed() : events;
    }

    /** Where the next events may be. */
    private List<Long> positions(EventQuestion question, int limit, TermKeys keys) {
        long first = question.after() + 1;
        long last = question.until();
        if (question.conditions().isEmpty()) {
            // positions are dense
            LongStream next = question.latestFirst()
                    ? LongStream.iterate(last, position -> position >= first, position -> position - 1)
                    : LongStream.rangeClosed(first, last);
            return next.limit(limit).boxed().toList();
        }
        List<Object> values = new ArrayList<>();
        String order = question.latestFirst() ? "DESC" : "ASC";
        values.add(TermKeys.bucket(question.latestFirst() ? last : first));
        values.add(TermKeys.bucket(question.latestFirst() ? first : last));
        values.add(question.latestFirst() ? -1L : 1L);
        String buckets = buckets(required(question.conditions()), keys, values);
        String condition = condition(question.conditions(), keys, values);
        values.addAll(List.of(first, last, limit, limit));
        // bucket after bucket, as the series has them, and no further than needed; OFFSET 0 leaves no other way than
        // the terms
        String sql = """
                SELECT found.position
                FROM (SELECT s.bucket FROM generate_series(?::bigint, ?::bigint, ?::bigint) AS s (bucket) %s OFFSET 0) AS b
                CROSS JOIN LATERAL (
                    SELECT c.position FROM (SELECT t.position FROM query.event_term t WHERE %s OFFSET 0) AS c
                    WHERE c.position BETWEEN ? AND ? ORDER BY c.position %s LIMIT ?) AS found
                LIMIT ?""".formatted(buckets, condition, order);
        return jdbc.query(sql, (row, _) -> row.getLong(1), values.toArray());
    }

    /** The terms that an event has to have: those of the conditions that leave no choice. */
    private static List<String> required(List<Set<String>> conditions) {
        return conditions.stream()
                .filter(alternatives -> alternatives.size() == 1)
                .flatMap(Set::stream)
                .distinct()
                .toList();
    }

    /** Leaves out buckets of which the frequent ones among the terms that are required have no place in common. */
    private static String buckets(List<String> required, TermKeys keys, List<Object> values) {
        if (required.size() < 2) {
            return "";
        }
        required.forEach(term -> values.add(keys.hash(term)));
        return """
                WHERE NOT EXISTS (
                    SELECT FROM query.event_often o WHERE o.bucket = s.bucket AND o.term IN (%s)
                    HAVING bit_count(bit_and(o.places)) = 0)""".formatted(required.stream().map(_ -> "?").collect(Collectors.joining(", ")));
    }

    /** What has one term of each condition: those that leave no choice are asked for together. */
    private static String condition(List<Set<String>> conditions, TermKeys keys, List<Object> values) {
        List<String> parts = new ArrayList<>();
        List<String> required = required(conditions);
        if (!required.isEmpty()) {
            parts.add("t.terms @> " + array(required, keys, values));
        }
        conditions.stream()
                .filter(alternatives -> alternatives.size() > 1)
                .forEach(alternatives -> parts.add("t.terms && " + array(List.copyOf(alternatives), keys, values)));
        return String.join(" AND ", parts);
    }

    private static String array(List<String> terms, TermKeys keys, List<Object> values) {
        terms.forEach(term -> values.add(keys.hash(term)));
        return terms.stream()
                .map(_ -> "(b.bucket << %d) | ?".formatted(TermKeys.HASH_BITS))
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }
}
