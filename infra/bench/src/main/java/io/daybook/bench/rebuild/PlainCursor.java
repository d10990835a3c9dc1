package io.daybook.bench.rebuild;

import io.daybook.api.EventTypes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGStatement;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** The reference that has nothing to do but read: one thread, one cursor, every payload decoded and forgotten. */
final class PlainCursor {

    private static final int FETCH = 2_000;
    private static final String SQL = "SELECT position, aggregate_id, sequence, recorded_at, payload_type, payload"
            + " FROM events.event WHERE position <= ? ORDER BY position";

    private final String jdbcUrl;
    private final ObjectMapper mapper;

    PlainCursor(String jdbcUrl, ObjectMapper mapper) {
        this.jdbcUrl = jdbcUrl;
        this.mapper = mapper;
    }

    void read(long events) {
        Map<String, ObjectReader> readers = new HashMap<>();
        long read = 0;
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "daybook_query", null)) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setFetchSize(FETCH);
                statement.setLong(1, events);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ObjectReader reader = readers.computeIfAbsent(
                                row.getString(5),
                                type -> mapper.readerFor(EventTypes.find(type).orElseThrow()));
                        read += reader.readValue(row.getBytes(6)) == null ? 0 : 1;
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The events could not be read", failure);
        }
        if (read != events) {
            throw new IllegalStateException("%d of %d events".formatted(read, events));
        }
    }
}
