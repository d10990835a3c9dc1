package io.daybook.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The events of a batch, column by column, as the SQL function takes them: the driver sends such arrays in binary. */
final class EventColumns {

    /** How many parameters they are. */
    static final int COUNT = 12;

    private final int[] requests;
    private final String[] aggregateIds;
    private final long[] sequences;
    private final boolean[] follow;
    private final @Nullable String[] types;
    private final String[] eventIds;
    private final long[] recordedAt;
    private final String[] payloadTypes;
    private final @Nullable String[] payloadRevisions;
    private final byte[][] payloads;
    private final byte[][] metadata;
    private final byte[][] contentHashes;

    EventColumns(List<PendingAppend> batch) {
        int count = 0;
        for (PendingAppend append : batch) {
            count += append.rows().size();
        }
        requests = new int[count];
        aggregateIds = new String[count];
        sequences = new long[count];
        follow = new boolean[count];
        types = new @Nullable String[count];
        eventIds = new String[count];
        recordedAt = new long[count];
        payloadTypes = new String[count];
        payloadRevisions = new @Nullable String[count];
        payloads = new byte[count][];
        metadata = new byte[count][];
        contentHashes = new byte[count][];
        int next = 0;
        for (int request = 0; request < batch.size(); request++) {
            List<EventRow> rows = batch.get(request).rows();
            for (int number = 0; number < rows.size(); number++) {
                EventRow row = rows.get(number);
                set(next, row);
                requests[next] = request;
                follow[next] = row.sequence() > 0 && (number == 0 || !isNext(rows.get(number - 1), row));
                contentHashes[next] = batch.get(request).contentHashes().get(number);
                next++;
            }
        }
    }

    private static boolean isNext(EventRow before, EventRow row) {
        return before.aggregateId().equals(row.aggregateId()) && before.sequence() == row.sequence() - 1;
    }

    private void set(int index, EventRow row) {
        aggregateIds[index] = row.aggregateId();
        sequences[index] = row.sequence();
        types[index] = row.type();
        eventIds[index] = row.eventId();
        recordedAt[index] = micros(row.recordedAt());
        payloadTypes[index] = row.payloadType();
        payloadRevisions[index] = row.payloadRevision();
        payloads[index] = row.payloadBytes();
        metadata[index] = row.metadataBytes();
    }

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    void bind(PGConnection connection, PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        statement.setArray(parameter++, connection.createArrayOf("int4", requests));
        statement.setArray(parameter++, connection.createArrayOf("text", aggregateIds));
        statement.setArray(parameter++, connection.createArrayOf("int8", sequences));
        statement.setArray(parameter++, connection.createArrayOf("bool", follow));
        statement.setArray(parameter++, connection.createArrayOf("text", types));
        statement.setArray(parameter++, connection.createArrayOf("text", eventIds));
        statement.setArray(parameter++, connection.createArrayOf("int8", recordedAt));
        statement.setArray(parameter++, connection.createArrayOf("text", payloadTypes));
        statement.setArray(parameter++, connection.createArrayOf("text", payloadRevisions));
        statement.setArray(parameter++, connection.createArrayOf("bytea", payloads));
        statement.setArray(parameter++, connection.createArrayOf("bytea", metadata));
        statement.setArray(parameter, connection.createArrayOf("bytea", contentHashes));
    }
}
