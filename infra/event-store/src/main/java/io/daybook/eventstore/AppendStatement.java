package io.daybook.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one statement, and one round trip, that appends a batch: a call of the SQL function {@code append}. */
final class AppendStatement {

    /** The outcome of a request that conflicts. */
    static final long CONFLICT = -1;

    /** The outcome of a request whose receipt's key has one already. */
    static final long RECEIPT_KNOWN = -2;

    private final String call;

    AppendStatement(String schema) {
        this.call = "SELECT appended_request, last_position FROM " + schema
                + ".append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    }

    /**
     * Appends, and commits before it returns.
     *
     * @param retry whether an earlier call with this batch may have been committed
     * @return for each request, the position of its last event or, where it has none, of its receipt; or {@link #CONFLICT}
     *     or {@link #RECEIPT_KNOWN}
     */
    long[] execute(Connection connection, List<PendingAppend> batch, boolean retry) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        List<Integer> requests = new ArrayList<>();
        for (int request = 0; request < batch.size(); request++) {
            for (EventRow row : batch.get(request).rows()) {
                rows.add(row);
                requests.add(request);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setBoolean(1, retry);
            statement.setArray(2, connection.createArrayOf("int4", requests.toArray()));
            statement.setArray(3, texts(connection, rows, EventRow::aggregateId));
            statement.setArray(4, numbers(connection, rows, EventRow::sequence));
            statement.setArray(5, texts(connection, rows, EventRow::type));
            statement.setArray(6, texts(connection, rows, EventRow::eventId));
            statement.setArray(7, connection.createArrayOf("timestamptz", timestamps(rows)));
            statement.setArray(8, texts(connection, rows, EventRow::payloadType));
            statement.setArray(9, texts(connection, rows, EventRow::payloadRevision));
            statement.setArray(10, bytes(connection, rows, EventRow::payloadBytes));
            statement.setArray(11, bytes(connection, rows, EventRow::metadataBytes));
            statement.setArray(12, bytes(connection, rows, EventHash::ofContent));
            bindReceipts(connection, statement, batch);
            return positions(statement, batch.size());
        }
    }

    private static void bindReceipts(Connection connection, PreparedStatement statement, List<PendingAppend> batch)
            throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        List<Integer> requests = new ArrayList<>();
        for (int request = 0; request < batch.size(); request++) {
            Receipt receipt = batch.get(request).receipt();
            if (receipt != null) {
                receipts.add(receipt);
                requests.add(request);
            }
        }
        statement.setArray(13, connection.createArrayOf("int4", requests.toArray()));
        statement.setArray(14, texts(connection, receipts, Receipt::key));
        statement.setArray(15, bytes(connection, receipts, Receipt::fingerprint));
        statement.setArray(16, bytes(connection, receipts, Receipt::outcome));
        statement.setArray(17, numbers(connection, receipts, Receipt::position));
        statement.setArray(18, numbers(connection, receipts, Receipt::version));
    }

    private static long[] positions(PreparedStatement statement, int requests) throws SQLException {
        long[] positions = new long[requests];
        Arrays.fill(positions, CONFLICT);
        try (ResultSet answer = statement.executeQuery()) {
            while (answer.next()) {
                int request = answer.getInt(1);
                positions[request] = answer.getLong(2);
            }
        }
        return positions;
    }

    private static <T> Array numbers(Connection connection, List<T> rows, Function<T, Long> column)
            throws SQLException {
        return connection.createArrayOf("int8", rows.stream().map(column).toArray());
    }

    private static <T> Array texts(Connection connection, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private static <T> Array bytes(Connection connection, List<T> rows, Function<T, byte[]> column)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private static Object[] timestamps(List<EventRow> rows) {
        return rows.stream()
                .map(row -> OffsetDateTime.ofInstant(row.recordedAt(), ZoneOffset.UTC)
                        .toString())
                .toArray(String[]::new);
    }
}
