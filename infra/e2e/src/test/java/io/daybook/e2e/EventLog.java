package io.daybook.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event table and the topic, read directly. */
final class EventLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FETCH = 5_000;

    private final RunningSystem system;

    EventLog(RunningSystem system) {
        this.system = system;
    }

    /** How many events there are, the highest position, and what the head says. */
    record Extent(long count, long highest, long head) {}

    Extent extent() {
        return query(
                "SELECT (SELECT count(*) FROM events.event), (SELECT coalesce(max(position), 0) FROM events.event),"
                        + " (SELECT position FROM events.head)",
                rows -> {
                    rows.next();
                    return new Extent(rows.getLong(1), rows.getLong(2), rows.getLong(3));
                });
    }

    Map<String, Long> countByType() {
        return query("SELECT payload_type, count(*) FROM events.event GROUP BY payload_type", rows -> {
            Map<String, Long> counts = new HashMap<>();
            while (rows.next()) {
                String type = rows.getString(1);
                counts.merge(type.substring(type.lastIndexOf('.') + 1), rows.getLong(2), Long::sum);
            }
            return counts;
        });
    }

    /** The available pieces of every SKU after all events; fails where they were below zero after any event. */
    Map<String, Long> availableStock() {
        String sql = "SELECT position, payload_type, payload FROM events.event WHERE aggregate_id LIKE 'stock:%'"
                + " ORDER BY position";
        return query(sql, rows -> {
            Map<String, Long> available = new TreeMap<>();
            while (rows.next()) {
                String type = rows.getString(2);
                JsonNode event = JSON.readTree(rows.getBytes(3));
                String sku = event.get("sku").asString();
                long now = available.merge(sku, change(type, event), Long::sum);
                if (now < 0) {
                    throw new AssertionError("stock of %s is %d after event %d".formatted(sku, now, rows.getLong(1)));
                }
            }
            return available;
        });
    }

    private static long change(String type, JsonNode event) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "StockReceived", "ReservationReleased" -> event.get("quantity").asLong();
            case "StockReserved", "StockWrittenOff" -> -event.get("quantity").asLong();
            case "ReservationRefused", "StockDispatched" -> 0;
            default -> throw new AssertionError("no import writes " + type);
        };
    }

    /** The positions in the topic; fails where a partition is not in the order of positions. */
    BitSet publishedPositions() {
        return EventTopic.read(system.bootstrapServers()).positions();
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading) {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl(), "daybook_query", null);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
