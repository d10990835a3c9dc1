package io.daybook.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads events in the binary format of PostgreSQL's COPY (manual, "COPY", File Formats): one stream without round
 * trips, which the server fills while the reader works, at about half of what a cursor costs either of them.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final String sql;

    /** The events after a position up to another, of a schema. */
    BinaryCopy(String columns, String schema, long after, long until) {
        this.sql = "COPY (SELECT " + columns + " FROM " + schema + ".event WHERE position > " + after
                + " AND position <= " + until + " ORDER BY position) TO STDOUT (FORMAT binary)";
    }

    /**
     * Hands over the fields of every event, in order: each has its length before it, -1 for a null. What the consumer
     * throws ends the reading, and the connection with it: a request to cancel the rest could come late and meet the
     * next statement instead.
     */
    void read(Connection connection, Consumer<ByteBuffer> each) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try {
            for (byte[] part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
                ByteBuffer row = ByteBuffer.wrap(part);
                if (part.length > SIGNATURE.length && part[0] == SIGNATURE[0] && isHeader(row)) {
                    row.position(SIGNATURE.length + 2 * Integer.BYTES);
                }
                // a row, or its mark of the end, comes whole: the first behind the header
                if (row.hasRemaining() && row.getShort() >= 0) {
                    each.accept(row);
                }
            }
        } catch (RuntimeException | Error cutOff) {
            connection.abort(Runnable::run);
            throw cutOff;
        }
    }

    private static boolean isHeader(ByteBuffer part) {
        return part.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
    }

    static long number(ByteBuffer row) {
        row.getInt(); // its length
        return row.getLong();
    }

    static byte[] bytes(ByteBuffer row) {
        byte[] bytes = new byte[row.getInt()];
        row.get(bytes);
        return bytes;
    }
}
