package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Keeps the last snapshot of each aggregate; an older one never replaces a newer. */
final class SnapshotWriter {

    private final DataSource dataSource;
    private final String upsert;

    SnapshotWriter(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.upsert =
                "INSERT INTO " + schema + ".snapshot AS kept (aggregate_id, sequence, type, event_id, recorded_at,"
                        + " payload_type, payload_revision, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (aggregate_id) DO UPDATE SET sequence = excluded.sequence, type = excluded.type,"
                        + " event_id = excluded.event_id, recorded_at = excluded.recorded_at,"
                        + " payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,"
                        + " payload = excluded.payload, metadata = excluded.metadata WHERE kept.sequence <= excluded.sequence";
    }

    void write(EventRow snapshot) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, snapshot.aggregateId());
            statement.setLong(2, snapshot.sequence());
            statement.setString(3, snapshot.type());
            statement.setString(4, snapshot.eventId());
            statement.setObject(5, OffsetDateTime.ofInstant(snapshot.recordedAt(), ZoneOffset.UTC));
            statement.setString(6, snapshot.payloadType());
            statement.setString(7, snapshot.payloadRevision());
            statement.setBytes(8, snapshot.payloadBytes());
            statement.setBytes(9, snapshot.metadataBytes());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new EventStoreException(
                    "The snapshot of [" + snapshot.aggregateId() + "] could not be kept", failure);
        }
    }
}
