package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/**
 * The stored events as rows, their payloads as the bytes that were appended: for those who go through many of them, faster
 * than a processor does, or want the bytes. Rows are not upcast.
 */
public final class EventLog {

    private static final int FETCH = 2_000;

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

    /**
     * Hands over every event after a position up to another, in order, on a cursor: one statement and constant memory, however
     * many there are. What the consumer throws ends the reading.
     *
     * @param after the position before the first event wanted, 0 for the very first
     * @param until the last position wanted
     */
    public void read(long after, long until, Consumer<EventRow> each) {
        String sql = "SELECT position, " + EventReader.COLUMNS + " FROM " + schema
                + ".event WHERE position > ? AND position <= ? ORDER BY position";
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                // binary from the first row on: the driver would otherwise wait for the fifth execution
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setFetchSize(FETCH);
                statement.setLong(1, after);
                statement.setLong(2, until);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.accept(EventReader.row(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw EventReader.unreadable(failure);
        }
    }
}
