package io.daybook.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads of events what a fold needs. */
final class PayloadCopy {

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final BinaryCopy copy;

    /** The events after a position up to another, of a schema. */
    PayloadCopy(String schema, long after, long until) {
        this.copy = new BinaryCopy(
                "position, aggregate_id, sequence, recorded_at, payload_type, payload_revision, payload",
                schema,
                after,
                until);
    }

    /** Hands over every event, in order. What the consumer throws ends the reading, see {@link BinaryCopy}. */
    void read(Connection connection, Consumer<EventPayload> each) throws SQLException {
        copy.read(connection, row -> each.accept(event(row)));
    }

    private static EventPayload event(ByteBuffer row) {
        return new EventPayload(
                BinaryCopy.number(row),
                text(row),
                BinaryCopy.number(row),
                instant(row),
                text(row),
                textOrNull(row),
                BinaryCopy.bytes(row));
    }

    private static Instant instant(ByteBuffer row) {
        return POSTGRES_EPOCH.plus(BinaryCopy.number(row), ChronoUnit.MICROS);
    }

    private static @Nullable String textOrNull(ByteBuffer row) {
        if (row.getInt(row.position()) < 0) {
            row.getInt(); // the mark of a null
            return null;
        }
        return text(row);
    }

    private static String text(ByteBuffer row) {
        return new String(BinaryCopy.bytes(row), StandardCharsets.UTF_8);
    }
}
