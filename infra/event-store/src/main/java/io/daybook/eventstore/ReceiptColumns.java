package io.daybook.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The receipts of a batch, column by column, as the SQL function takes them. */
final class ReceiptColumns {

    /** How many parameters they are. */
    static final int COUNT = 7;

    private final int[] requests;
    private final int[] rows;
    private final String[] keys;
    private final byte[][] fingerprints;
    private final byte[][] outcomes;
    private final long[] positions;
    private final long[] versions;

    ReceiptColumns(List<PendingAppend> batch) {
        int count = 0;
        for (PendingAppend append : batch) {
            count += append.receipt() == null ? 0 : 1;
        }
        requests = new int[count];
        rows = new int[count];
        keys = new String[count];
        fingerprints = new byte[count][];
        outcomes = new byte[count][];
        positions = new long[count];
        versions = new long[count];
        int next = 0;
        int lastRow = 0;
        for (int request = 0; request < batch.size(); request++) {
            PendingAppend append = batch.get(request);
            lastRow += append.rows().size();
            Receipt receipt = append.receipt();
            if (receipt != null) {
                requests[next] = request;
                rows[next] = append.rows().isEmpty() ? 0 : lastRow;
                versions[next] = append.rows().isEmpty()
                        ? receipt.version()
                        : append.rows().getLast().sequence();
                set(next, receipt);
                next++;
            }
        }
    }

    private void set(int index, Receipt receipt) {
        keys[index] = receipt.key();
        fingerprints[index] = receipt.fingerprint();
        outcomes[index] = receipt.outcome();
        positions[index] = receipt.position();
    }

    void bind(PGConnection connection, PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        statement.setArray(parameter++, connection.createArrayOf("int4", requests));
        statement.setArray(parameter++, connection.createArrayOf("int4", rows));
        statement.setArray(parameter++, connection.createArrayOf("text", keys));
        statement.setArray(parameter++, connection.createArrayOf("bytea", fingerprints));
        statement.setArray(parameter++, connection.createArrayOf("bytea", outcomes));
        statement.setArray(parameter++, connection.createArrayOf("int8", positions));
        statement.setArray(parameter, connection.createArrayOf("int8", versions));
    }
}
