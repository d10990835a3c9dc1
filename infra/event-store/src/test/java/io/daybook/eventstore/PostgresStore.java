package io.daybook.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.postgresql.ds.PGSimpleDataSource;

/** An event store in a schema of its own, migrated by the owner and entered by the roles of the system. */
final class PostgresStore implements EventStorageEngineContract.Store {

    static final String SUPERUSER = "postgres";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String url;
    private final String schema = "events_" + SCHEMAS.incrementAndGet();
    private final EventStoreSettings settings = EventStoreSettings.defaults()
            .withSchema(schema)
            .withPollInterval(Duration.ofMinutes(1))
            .withPatience(Duration.ofSeconds(30));
    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();

    private PostgresStore(String url) {
        this.url = url;
        EventStoreMigration.migrate(
                source(TestPostgres.OWNER), schema, List.of(TestPostgres.COMMAND), List.of(TestPostgres.QUERY));
    }

    /** A fresh store in the database that all tests of this JVM share. */
    static PostgresStore fresh() {
        return new PostgresStore(SharedDatabase.INSTANCE.jdbcUrl());
    }

    static PostgresStore at(String url) {
        return new PostgresStore(url);
    }

    @Override
    public PostgresEventStorageEngine engine(EventUpcaster upcasters) {
        return engine(pool(TestPostgres.COMMAND, 12), upcasters, UnaryOperator.identity());
    }

    @Override
    public PostgresEventStorageEngine engine() {
        return engine(NoOpEventUpcaster.INSTANCE);
    }

    /** An engine with other settings than the tests' usual ones. */
    PostgresEventStorageEngine engine(DataSource pool, UnaryOperator<EventStoreSettings> change) {
        return engine(pool, NoOpEventUpcaster.INSTANCE, change);
    }

    private PostgresEventStorageEngine engine(
            DataSource pool, EventUpcaster upcasters, UnaryOperator<EventStoreSettings> change) {
        PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder()
                .dataSource(pool)
                .settings(change.apply(settings))
                .eventSerializer(EventStorageEngineContract.serializer())
                .snapshotSerializer(EventStorageEngineContract.serializer())
                .upcasterChain(upcasters)
                .build();
        opened.add(engine);
        return engine;
    }

    @Override
    public EventStore eventStore(EventStorageEngine engine) {
        return PostgresEventStore.builder()
                .storageEngine((PostgresEventStorageEngine) engine)
                .build();
    }

    String schema() {
        return schema;
    }

    EventStoreSettings settings() {
        return settings;
    }

    /** A pool that is closed with the store, after what was opened later than it. */
    HikariDataSource pool(String role, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(role);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(2_000);
        opened.add(pool);
        return pool;
    }

    DataSource source(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        return source;
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, null);
    }

    void execute(String role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(schema));
        }
    }

    /** The one number that a query with the schema for {@code %s} answers. */
    long number(String sql) throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql.replace("%s", schema))) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** How many transactions the stored events came in. */
    long transactions() throws SQLException {
        return number("SELECT count(DISTINCT xmin::text) FROM %s.event");
    }

    /** How many sessions of the server wait for a lock of another. */
    long blocked() throws SQLException {
        return number("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }

    /** Cuts the sessions of the tests' roles in this database whose statement is like the pattern; returns how many. */
    long cut(String pattern) throws SQLException {
        return number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND query LIKE '" + pattern + "'");
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable each : opened.reversed()) {
                each.close();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class SharedDatabase {
        static final TestPostgres INSTANCE = TestPostgres.shared().freshDatabase();
    }
}
