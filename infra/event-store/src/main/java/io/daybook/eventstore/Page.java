package io.daybook.eventstore;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What the rows of the log after one position up to another became as messages. Upcasters may have dropped some, or
 * all, or made several of one; so the positions say what was read, not the messages.
 *
 * @param after the position before the first row
 * @param until the position of the last row; the same as {@code after} where there was none
 * @param bytes what the rows brought, roughly
 */
record Page(long after, long until, List<TrackedEventMessage<?>> messages, long bytes) {

    /** What the messages of rows make a page; the rows are the ones after a position. */
    static Page of(long after, List<EventRow> rows, Stream<TrackedEventMessage<?>> messages) {
        long bytes = 0;
        for (EventRow row : rows) {
            bytes += row.size();
        }
        return new Page(after, rows.isEmpty() ? after : rows.getLast().position(), messages.toList(), bytes);
    }

    boolean isEmpty() {
        return until == after;
    }

    /** How many rows were read. */
    long events() {
        return until - after;
    }

    /** The part of this page after a position that lies in it. */
    Page from(long position) {
        if (position == after) {
            return this;
        }
        List<TrackedEventMessage<?>> rest = messages.stream()
                .filter(message -> PostgresEventStorageEngine.position(message.trackingToken()) > position)
                .toList();
        return new Page(position, until, rest, bytes);
    }
}
