package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/** The one statement, and one round trip, that appends a batch: a call of the SQL function that the access allows. */
final class AppendStatement {

    /** The outcome of a request that conflicts. */
    static final long CONFLICT = -1;

    /** The outcome of a request whose receipt's key has one already. */
    static final long RECEIPT_KNOWN = -2;

    private static final int PARAMETERS = 1 + EventColumns.COUNT + ReceiptColumns.COUNT;

    private final String call;

    AppendStatement(String schema, Access access) {
        String function = access == Access.WRITE ? "append" : "append_restricted";
        this.call = "SELECT appended_request, last_position FROM " + schema + "." + function + "("
                + String.join(", ", Collections.nCopies(PARAMETERS, "?")) + ")";
    }

    /**
     * Appends, and commits before it returns.
     *
     * @param retry whether an earlier call with this batch may have been committed
     * @return for each request, the position of its last event or, where it has none, of its receipt; or
     *     {@link #CONFLICT} or {@link #RECEIPT_KNOWN}
     */
    long[] execute(Connection connection, List<PendingAppend> batch, boolean retry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            PGConnection arrays = connection.unwrap(PGConnection.class);
            statement.setBoolean(1, retry);
            new EventColumns(batch).bind(arrays, statement, 2);
            new ReceiptColumns(batch).bind(arrays, statement, 2 + EventColumns.COUNT);
            return positions(statement, batch);
        }
    }

    private static long[] positions(PreparedStatement statement, List<PendingAppend> batch) throws SQLException {
        long[] positions = new long[batch.size()];
        Arrays.fill(positions, CONFLICT);
        try (ResultSet answer = statement.executeQuery()) {
            while (answer.next()) {
                int request = answer.getInt(1);
                if (answer.wasNull()) {
                    return allFrom(answer.getLong(2), batch);
                }
                positions[request] = answer.getLong(2);
            }
        }
        return positions;
    }

    /** Where the whole batch was accepted: its events stand in order after a position. */
    private static long[] allFrom(long base, List<PendingAppend> batch) {
        long[] positions = new long[batch.size()];
        long last = base;
        for (int request = 0; request < positions.length; request++) {
            PendingAppend append = batch.get(request);
            Receipt receipt = append.receipt();
            last += append.rows().size();
            positions[request] = append.rows().isEmpty() && receipt != null ? receipt.position() : last;
        }
        return positions;
    }
}
