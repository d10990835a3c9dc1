package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Finds receipts, and forgets the old ones; they are written by {@link AppendStatement}. */
final class ReceiptStore {

    /** The most receipts deleted in one transaction. */
    private static final int PAGE = 5_000;

    private final DataSource dataSource;
    private final String schema;

    ReceiptStore(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    Optional<Receipt> find(String key) {
        String sql = "SELECT fingerprint, outcome, position, version FROM " + schema + ".receipt WHERE key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next()
                        ? Optional.of(new Receipt(
                                key, answer.getBytes(1), answer.getBytes(2), answer.getLong(3), answer.getLong(4)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new EventStoreException("The receipt could not be read", failure);
        }
    }

    /** Deletes the receipts stored before an instant; returns how many there were. */
    long prune(Instant before) {
        String sql = "DELETE FROM " + schema + ".receipt WHERE key IN (SELECT key FROM " + schema
                + ".receipt WHERE stored_at < ? ORDER BY stored_at LIMIT " + PAGE + ")";
        long pruned = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            int page;
            do {
                page = statement.executeUpdate();
                pruned += page;
            } while (page == PAGE);
            return pruned;
        } catch (SQLException failure) {
            throw new EventStoreException("Old receipts could not be deleted", failure);
        }
    }
}
