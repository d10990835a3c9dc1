package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.PGConnection;

/** The read statements of the store; each is one round trip on a pooled connection. */
final class EventReader {

    static final String COLUMNS = "aggregate_id, sequence, type, event_id, recorded_at, payload_type,"
            + " payload_revision, payload, metadata";
    /** How far the recording times of neighbours may be out of the order of their positions. */
    private static final String LARGEST_SKEW = "interval '1 minute'";

    private final DataSource dataSource;
    private final String schema;

    EventReader(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** The events after a position, at most {@code limit} of them, in order. */
    List<EventRow> after(long position, int limit) {
        String sql = "SELECT position, " + COLUMNS + " FROM " + schema
                + ".event WHERE position > ? ORDER BY position LIMIT ?";
        return query(sql, statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
        });
    }

    /** The events of an aggregate from a sequence number on, at most {@code limit} of them, in order. */
    List<EventRow> ofAggregate(String aggregateId, long firstSequence, int limit) {
        String sql = "SELECT position, " + COLUMNS + " FROM " + schema
                + ".event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
        return query(sql, statement -> {
            statement.setString(1, aggregateId);
            statement.setLong(2, firstSequence);
            statement.setInt(3, limit);
        });
    }

    /** The events at some positions, in the order of the log. */
    List<EventRow> at(long... positions) {
        String sql =
                "SELECT position, " + COLUMNS + " FROM " + schema + ".event WHERE position = ANY (?) ORDER BY position";
        return query(
                sql,
                statement -> statement.setArray(
                        1, statement.getConnection().unwrap(PGConnection.class).createArrayOf("int8", positions)));
    }

    /** The event with an id. */
    Optional<EventRow> find(String eventId) {
        String sql = "SELECT position, " + COLUMNS + " FROM " + schema + ".event WHERE event_id = ?";
        return query(sql, statement -> statement.setString(1, eventId)).stream().findFirst();
    }

    /** The last snapshot of an aggregate. */
    Optional<EventRow> snapshot(String aggregateId) {
        String sql = "SELECT 0, " + COLUMNS + " FROM " + schema + ".snapshot WHERE aggregate_id = ?";
        return query(sql, statement -> statement.setString(1, aggregateId)).stream()
                .findFirst();
    }

    /** The last sequence number of an aggregate; empty where it has no event. */
    OptionalLong lastSequence(String aggregateId) {
        return number(
                "SELECT max(sequence) FROM " + schema + ".event WHERE aggregate_id = ?",
                statement -> statement.setString(1, aggregateId));
    }

    /** The place of an aggregate's last event; empty where it has none. */
    Optional<PostgresEventStorageEngine.Place> placeOf(String aggregateId) {
        String sql = "SELECT position, sequence FROM " + schema
                + ".event WHERE aggregate_id = ? ORDER BY sequence DESC LIMIT 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, aggregateId);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next()
                        ? Optional.of(new PostgresEventStorageEngine.Place(answer.getLong(1), answer.getLong(2)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /** The sequence number of the event at a position. */
    OptionalLong versionAt(long position) {
        return number(
                "SELECT max(sequence) FROM " + schema + ".event WHERE position = ?",
                statement -> statement.setLong(1, position));
    }

    /** The last position of the store, 0 where it is empty. */
    long head() {
        try (Connection connection = dataSource.getConnection()) {
            return head(connection);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT position FROM " + schema + ".head");
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** The position of the first event recorded at an instant or after it; empty where there is none. */
    OptionalLong firstAt(Instant instant) {
        String sql = "WITH earliest AS (SELECT recorded_at FROM " + schema
                + ".event WHERE recorded_at >= ? ORDER BY recorded_at LIMIT 1)"
                + " SELECT min(e.position) FROM earliest f, " + schema
                + ".event e WHERE e.recorded_at >= f.recorded_at AND e.recorded_at <= f.recorded_at + " + LARGEST_SKEW;
        return number(sql, statement -> statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    /** The position of the last event recorded before an instant; empty where there is none. */
    OptionalLong lastBefore(Instant instant) {
        String sql = "WITH latest AS (SELECT recorded_at FROM " + schema
                + ".event WHERE recorded_at < ? ORDER BY recorded_at DESC LIMIT 1)"
                + " SELECT max(e.position) FROM latest l, " + schema
                + ".event e WHERE e.recorded_at <= l.recorded_at AND e.recorded_at >= l.recorded_at - " + LARGEST_SKEW;
        return number(sql, statement -> statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    private OptionalLong number(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                long value = answer.getLong(1);
                return answer.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private List<EventRow> query(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet answer = statement.executeQuery()) {
                List<EventRow> rows = new ArrayList<>();
                while (answer.next()) {
                    rows.add(row(answer));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    static EventRow row(ResultSet answer) throws SQLException {
        return new EventRow(
                answer.getLong(1),
                answer.getString(2),
                answer.getLong(3),
                answer.getString(4),
                answer.getString(5),
                answer.getObject(6, OffsetDateTime.class).toInstant(),
                answer.getString(7),
                answer.getString(8),
                answer.getBytes(9),
                answer.getBytes(10));
    }

    static EventStoreException unreadable(SQLException failure) {
        return new EventStoreException("The event store could not be read", failure);
    }

    /** Sets the parameters of a statement. */
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
