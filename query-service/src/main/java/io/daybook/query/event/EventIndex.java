package io.daybook.query.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The tables of the index. */
@Component
class EventIndex {

    private static final String LOCK = "hashtext('daybook.query.events')";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    EventIndex(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The position up to which all events are in it. */
    long position() {
        return number("SELECT position FROM query.event_index");
    }

    /** Of which version its terms are. */
    long version() {
        return number("SELECT version FROM query.event_index");
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    /** Forgets all of it. */
    void empty() {
        transactions.executeWithoutResult(_ -> {
            // first the row that whoever fills it begins with, too
            jdbc.update("UPDATE query.event_index SET position = 0, version = ?", EventTerms.VERSION);
            jdbc.execute("TRUNCATE query.event_term, query.event_often");
        });
    }

    /** Lets a connection be the one that fills it, as long as it lasts, or until it lets go; tells whether it is. */
    static boolean lead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    static void letGo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }

    /**
     * Adds the events after a position; tells whether that was where it is, and changes nothing where it was not.
     *
     * @param events not empty, in the order of the log
     */
    static boolean add(Connection connection, long after, List<RecordedEvent> events, TermKeys keys)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement settings = connection.createStatement();
                PreparedStatement advance = connection.prepareStatement(
                        "UPDATE query.event_index SET position = ? WHERE position = ? AND version = ?")) {
            // what a crash of the server takes away is filled in again
            settings.execute("SET LOCAL synchronous_commit = off");
            advance.setLong(1, events.getLast().position());
            advance.setLong(2, after);
            advance.setInt(3, EventTerms.VERSION);
            if (advance.executeUpdate() != 1) {
                connection.rollback();
                return false;
            }
            copy(connection, events, keys);
            FrequentTermRows.addOfFull(connection, after, events.getLast().position());
            // every look-up of a search would go through what is pending
            settings.execute("SELECT gin_clean_pending_list('query.event_term_terms')");
            connection.commit();
            return true;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void copy(Connection connection, List<RecordedEvent> events, TermKeys keys) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (RecordedEvent event : events) {
            String terms = EventTerms.of(event).stream()
                    .mapToLong(term -> keys.key(event.position(), term))
                    .sorted()
                    .distinct()
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(",", "{", "}"));
            rows.append(event.position()).append('\t').append(terms).append('\n');
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY query.event_term (position, terms) FROM STDIN");
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
