package io.daybook.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads of events all that their hashes cover, and the hashes. COPY encodes texts and byte strings as {@link EventHash}
 * does, so they are taken over as they come.
 */
final class ContentCopy {

    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;

    private final BinaryCopy copy;

    /** The events after a position up to another, of a schema. */
    ContentCopy(String schema, long after, long until) {
        this.copy = new BinaryCopy("position, " + EventReader.COLUMNS + ", hash", schema, after, until);
    }

    /** Hands over every event, in order. What the consumer throws ends the reading, see {@link BinaryCopy}. */
    void read(Connection connection, Consumer<StoredEvent> each) throws SQLException {
        copy.read(connection, row -> each.accept(event(row)));
    }

    private static StoredEvent event(ByteBuffer row) {
        long position = BinaryCopy.number(row);
        ByteBuffer content = ByteBuffer.allocate(row.remaining());
        field(row, content); // aggregate_id
        content.putLong(BinaryCopy.number(row)); // sequence
        field(row, content); // type
        field(row, content); // event_id
        content.putLong(BinaryCopy.number(row) + POSTGRES_EPOCH_MICROS); // recorded_at
        field(row, content); // payload_type
        field(row, content); // payload_revision
        field(row, content); // payload
        field(row, content); // metadata
        return new StoredEvent(position, Arrays.copyOf(content.array(), content.position()), BinaryCopy.bytes(row));
    }

    private static void field(ByteBuffer row, ByteBuffer content) {
        int length = row.getInt();
        content.putInt(length);
        if (length > 0) {
            content.put(row.slice(row.position(), length));
            row.position(row.position() + length);
        }
    }
}
