package io.daybook.bench.gateway;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * The reference that has nothing to do but store: each client has a connection and a prepared statement of its own, and
 * inserts and commits one row into a table like the subject's, with its columns and indexes and without its trigger.
 * The row is the one the subject would write: its payload and metadata are taken from one that it did write, with the
 * position from a counter of this process and a hash of zeros. Nothing is checked, serialised or hashed.
 */
public final class RawInsert implements Contender {

    private static final String INSERT = "INSERT INTO raw.event (position, aggregate_id, sequence, type, event_id,"
            + " recorded_at, payload_type, payload_revision, payload, metadata, hash)"
            + " VALUES (?, ?, ?, 'Product', ?, ?, ?, NULL, ?, ?, ?)";
    private static final byte[] HASH = new byte[32];

    private final AtomicLong position = new AtomicLong();
    private final List<Client> clients = new ArrayList<>();
    private final Row created;
    private final Row updated;

    private RawInsert(String jdbcUrl, int clients, Row created, Row updated) throws SQLException {
        this.created = created;
        this.updated = updated;
        for (int client = 0; client < clients; client++) {
            this.clients.add(new Client(DriverManager.getConnection(jdbcUrl, "daybook_owner", null)));
        }
    }

    /** In the subject's database, from whose last creation and last update the rows are taken. */
    public static RawInsert beside(String jdbcUrl, int clients) {
        try (Connection owner = DriverManager.getConnection(jdbcUrl, "daybook_owner", null);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS raw");
            statement.execute("CREATE TABLE raw.event (LIKE events.event INCLUDING ALL)");
            return new RawInsert(jdbcUrl, clients, row(statement, "sequence = 0"), row(statement, "sequence > 0"));
        } catch (SQLException failure) {
            throw new IllegalStateException("The raw table could not be set up", failure);
        }
    }

    private static Row row(Statement statement, String condition) throws SQLException {
        String sql = "SELECT payload_type, payload, metadata FROM events.event WHERE " + condition
                + " ORDER BY position DESC LIMIT 1";
        try (ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return new Row(answer.getString(1), answer.getBytes(2), answer.getBytes(3));
        }
    }

    @Override
    public void create(int client, String sku) {
        clients.get(client).insert("product:" + sku, 0, created);
    }

    @Override
    public void update(int client, String sku, String name) {
        Client own = clients.get(client);
        own.insert("product:" + sku, own.sequences.merge(sku, 1L, Long::sum), updated);
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Row(String type, byte[] payload, byte[] metadata) {}

    private final class Client {

        private final Connection connection;
        private final PreparedStatement statement;
        private final Map<String, Long> sequences = new HashMap<>();

        Client(Connection connection) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(INSERT);
        }

        void insert(String aggregateId, long sequence, Row row) {
            try {
                statement.setLong(1, position.incrementAndGet());
                statement.setString(2, aggregateId);
                statement.setLong(3, sequence);
                statement.setString(4, IdentifierFactory.getInstance().generateIdentifier());
                statement.setObject(
                        5, OffsetDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
                statement.setString(6, row.type());
                statement.setBytes(7, row.payload());
                statement.setBytes(8, row.metadata());
                statement.setBytes(9, HASH);
                statement.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException("A raw insert failed", failure);
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IllegalStateException("A connection could not be closed", failure);
            }
        }
    }
}
