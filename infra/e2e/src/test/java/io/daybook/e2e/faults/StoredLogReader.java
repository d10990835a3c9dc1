package io.daybook.e2e.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables directly, all as of one moment. */
final class StoredLogReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredLogReader() {}

    static StoredLog read(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", null);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long head = number(statement, "SELECT position FROM events.head");
            return new StoredLog(
                    events(statement),
                    head,
                    receipts(statement),
                    number(statement, "SELECT count(*) FROM command.DeadLetterEntry"));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be read", e);
        }
    }

    /** The process that owns each segment of a processor; an empty name where nobody does. */
    static Map<Integer, String> owners(String jdbcUrl, String processor) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", null);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT segment, coalesce(owner, '') FROM command.TokenEntry WHERE processorName = '"
                                + processor + "'")) {
            Map<Integer, String> owners = new TreeMap<>();
            while (rows.next()) {
                owners.put(rows.getInt(1), rows.getString(2));
            }
            return owners;
        } catch (SQLException e) {
            throw new IllegalStateException("The tokens cannot be read", e);
        }
    }

    private static List<StoredEvent> events(Statement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT position, aggregate_id, sequence, payload_type, payload, metadata"
                        + " FROM events.event ORDER BY position")) {
            while (rows.next()) {
                String type = rows.getString(4);
                events.add(new StoredEvent(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getLong(3),
                        type.substring(type.lastIndexOf('.') + 1),
                        JSON.readTree(rows.getBytes(5)),
                        JSON.readTree(rows.getBytes(6))));
            }
        }
        return events;
    }

    private static List<StoredReceipt> receipts(Statement statement) throws SQLException {
        List<StoredReceipt> receipts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT key, position FROM events.receipt")) {
            while (rows.next()) {
                receipts.add(new StoredReceipt(rows.getString(1), rows.getLong(2)));
            }
        }
        return receipts;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
