package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Brings a store as it was at a position into another database: its events with their positions and hashes, and what
 * callers were told up to then. The source goes on meanwhile. Snapshots are left behind: they are made again.
 */
public final class StoreRecovery {

    private static final String EVENT = "position, " + EventReader.COLUMNS + ", hash";
    private static final String RECEIPT = "key, fingerprint, outcome, position, version, stored_at";

    private final DataSource source;
    private final String schema;
    private final EventReader reader;

    /**
     * A recovery from a store.
     *
     * @param source connects as the owner of the schema, who alone reads receipts and all events
     */
    public StoreRecovery(DataSource source, String schema) {
        this.source = source;
        this.schema = schema;
        this.reader = new EventReader(source, schema);
    }

    /** The last position of the source. */
    public long head() {
        return reader.head();
    }

    /** The position of the last event that was recorded by an instant; 0 where there is none. */
    public long positionAt(Instant instant) {
        OptionalLong next =
                reader.firstAt(instant.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS));
        return next.isPresent() ? next.getAsLong() - 1 : head();
    }

    /** What a store as it was at a position would not have. */
    public Loss lossAfter(long position) {
        String sql = "SELECT coalesce(type, '-'), count(*), count(DISTINCT aggregate_id),"
                + " count(*) FILTER (WHERE sequence = 0), min(recorded_at), max(recorded_at) FROM " + schema
                + ".event WHERE position > ? GROUP BY 1 ORDER BY 1";
        List<Loss.OfType> types = new ArrayList<>();
        Instant first = null;
        Instant last = null;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    types.add(new Loss.OfType(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
                    first = earlier(
                            first, row.getObject(5, OffsetDateTime.class).toInstant());
                    last = later(last, row.getObject(6, OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException failure) {
            throw EventReader.unreadable(failure);
        }
        long events = types.stream().mapToLong(Loss.OfType::events).sum();
        return new Loss(position, events, first, last, types);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    /**
     * Brings the store up to a position into another database, all of it or nothing, and compares the two hash by hash.
     *
     * @param target connects as the role that is to own the schema
     * @param writers the roles that may append
     * @param readers the roles that may read
     * @throws IllegalStateException where there are events in the target already, or what arrived differs
     */
    public void into(DataSource target, List<String> writers, List<String> readers, long until) {
        if (until < 1 || until > head()) {
            throw new IllegalArgumentException("There is no event at position " + until);
        }
        EventStoreMigration.migrate(target, schema, writers, readers);
        try (Connection from = source.getConnection();
                Connection to = target.getConnection()) {
            to.setAutoCommit(false);
            beginAt(to, until);
            copy(from, to, "event", EVENT, until);
            copy(from, to, "receipt", RECEIPT, until);
            if (!fingerprint(from, until).equals(fingerprint(to, until))) {
                throw new IllegalStateException("The events that arrived are not those that were sent");
            }
            to.commit();
        } catch (SQLException failure) {
            throw new EventStoreException("the store cannot be recovered: " + failure.getMessage(), failure);
        }
    }

    private void beginAt(Connection to, long position) throws SQLException {
        try (PreparedStatement statement =
                to.prepareStatement("UPDATE " + schema + ".head SET position = ? WHERE position = 0")) {
            statement.setLong(1, position);
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("There are events in the target already");
            }
        }
    }

    private void copy(Connection from, Connection to, String table, String columns, long until) throws SQLException {
        CopyOut out = copies(from)
                .copyOut("COPY (SELECT %s FROM %s.%s WHERE position <= %d ORDER BY position) TO STDOUT (FORMAT binary)"
                        .formatted(columns, schema, table, until));
        CopyIn in = copies(to).copyIn("COPY %s.%s (%s) FROM STDIN (FORMAT binary)".formatted(schema, table, columns));
        for (byte[] part = out.readFromCopy(); part != null; part = out.readFromCopy()) {
            in.writeToCopy(part, 0, part.length);
        }
        in.endCopy();
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** How many events there are, and the hash of all their hashes in order. */
    private String fingerprint(Connection connection, long until) throws SQLException {
        String sql =
                "SELECT count(*) || ' ' || encode(sha256(string_agg(hash, ''::bytea ORDER BY position)), 'hex') FROM "
                        + schema + ".event WHERE position <= " + until;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
