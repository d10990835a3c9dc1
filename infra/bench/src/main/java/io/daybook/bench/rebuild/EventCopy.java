package io.daybook.bench.rebuild;

import io.daybook.api.EventTypes;
import io.daybook.notary.EventRecord;
import io.daybook.notary.EventRecord.Columns;
import io.daybook.notary.TreeHasher;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import tools.jackson.databind.ObjectMapper;

/** Events on their way into the table in the binary format of PostgreSQL's COPY (manual, "COPY", File Formats). */
final class EventCopy implements Closeable {

    private static final String COPY =
            "COPY events.event (position, aggregate_id, sequence, type, event_id, recorded_at,"
                    + " payload_type, payload_revision, payload, metadata, hash) FROM STDIN (FORMAT binary)";
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH_MICROS =
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2000-01-01T00:00:00Z"));
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofMillis(30);
    private static final int FIELDS = 11;
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper mapper;
    private final TreeHasher hasher = new TreeHasher();
    private final DataOutputStream out;
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    /**
     * A copy into an empty store.
     *
     * @param mapper that of the events' serializer
     */
    EventCopy(Connection connection, ObjectMapper mapper) throws SQLException, IOException {
        this.mapper = mapper;
        this.out = new DataOutputStream(
                new BufferedOutputStream(new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY), BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** How many events there are. */
    long position() {
        return position;
    }

    static Instant recordedAt(long position) {
        return FIRST.plus(BETWEEN.multipliedBy(position));
    }

    /** Adds the next event of an aggregate. */
    void add(String aggregateId, Object event, Origin origin) throws IOException {
        position++;
        Columns columns = new Columns(
                aggregateId,
                sequences.merge(aggregateId, 0L, (last, _) -> last + 1),
                aggregateId.substring(0, aggregateId.indexOf(':')),
                Trade.eventId(position),
                ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt(position)),
                event.getClass().getName(),
                EventTypes.storedRevision(event.getClass()),
                mapper.writeValueAsBytes(event),
                origin.metadata());
        out.writeShort(FIELDS);
        number(position);
        text(columns.aggregateId());
        number(columns.sequence());
        text(columns.type());
        text(columns.eventId());
        number(columns.recordedAt() - POSTGRES_EPOCH_MICROS);
        text(columns.payloadType());
        text(columns.payloadRevision());
        bytes(columns.payload());
        bytes(columns.metadata());
        bytes(EventRecord.of(position, columns, hasher).hash());
    }

    private void number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void text(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }
}
