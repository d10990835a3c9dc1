package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The stored events as rows, their payloads as the bytes that were appended: for those who go through many of them,
 * faster than a processor does, or want the bytes. Rows are not upcast.
 */
public final class EventLog {

    private final DataSource dataSource;
    private final String schema;
    private final EventReader reader;

    EventLog(DataSource dataSource, String schema, EventReader reader) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.reader = reader;
    }

    /** The events after a position, at most {@code limit} of them, in order. */
    public List<EventRow> after(long position, int limit) {
        return reader.after(position, limit);
    }

    /** The events of an aggregate from a sequence number on, at most {@code limit} of them, in order. */
    public List<EventRow> ofAggregate(String aggregateId, long firstSequence, int limit) {
        return reader.ofAggregate(aggregateId, firstSequence, limit);
    }

    /** The events at some positions, in the order of the log; a position beyond the head has none. */
    public List<EventRow> at(long... positions) {
        return reader.at(positions);
    }

    /** The event with an id. */
    public Optional<EventRow> find(String eventId) {
        return reader.find(eventId);
    }

    /** The position of the first event recorded at an instant or after it; empty where there is none. */
    public OptionalLong firstAt(Instant instant) {
        return reader.firstAt(instant);
    }

    /** The position of the last event recorded before an instant; empty where there is none. */
    public OptionalLong lastBefore(Instant instant) {
        return reader.lastBefore(instant);
    }

    /**
     * Hands over every event after a position up to another, in order: one statement and constant memory, however many
     * there are. What the consumer throws ends the reading.
     *
     * @param after the position before the first event wanted, 0 for the very first
     * @param until the last position wanted
     */
    public void read(long after, long until, Consumer<EventPayload> each) {
        try (Connection connection = dataSource.getConnection()) {
            new PayloadCopy(schema, after, until).read(connection, each);
        } catch (SQLException failure) {
            throw EventReader.unreadable(failure);
        }
    }

    /**
     * Hands over every event after a position up to another, in order, with all that its hash covers, and the hash: one
     * statement and constant memory, however many there are. What the consumer throws ends the reading.
     *
     * @param after the position before the first event wanted, 0 for the very first
     * @param until the last position wanted
     */
    public void readStored(long after, long until, Consumer<StoredEvent> each) {
        try (Connection connection = dataSource.getConnection()) {
            new ContentCopy(schema, after, until).read(connection, each);
        } catch (SQLException failure) {
            throw EventReader.unreadable(failure);
        }
    }
}
