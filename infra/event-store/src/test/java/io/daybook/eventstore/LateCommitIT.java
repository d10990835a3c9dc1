package io.daybook.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.TestPostgres;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An event that commits late, while its neighbour, whose unit of work began more than a minute ago, is read: Axon's own
 * engine never gives it to that reader (AxonFramework#4829), ours does.
 */
@Timeout(60)
class LateCommitIT {

    private PostgresStore store;

    @BeforeEach
    void open() {
        store = PostgresStore.fresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void controlStockJdbcEngineSkipsTheLateEventForEver() throws Exception {
        try (Connection shared = connectToSchemaOfStockEngine();
                Connection late = connectToSchemaOfStockEngine()) {
            EventStorageEngine engine = stockEngine(
                    () -> ConnectionWrapperFactory.wrap(shared, new ConnectionWrapperFactory.NoOpCloseHandler()));
            ((JdbcEventStorageEngine) engine).createSchema(PostgresEventTableFactory.INSTANCE);
            late.setAutoCommit(false);
            EventStorageEngine lateEngine = stockEngine(
                    () -> ConnectionWrapperFactory.wrap(late, new ConnectionWrapperFactory.NoOpCloseHandler()));
            Reader reader = new Reader(engine);

            engine.appendEvents(event("e0", Instant.now()));
            lateEngine.appendEvents(event("A", Instant.now()));
            engine.appendEvents(event("B", Instant.now().minusSeconds(61)));
            reader.read();
            assertThat(reader.seen).containsExactly("e0", "B");

            late.commit();
            engine.appendEvents(event("C", Instant.now()));
            reader.read();
            reader.read();

            assertThat(reader.seen).as("A is committed and skipped").containsExactly("e0", "B", "C");
            Reader fresh = new Reader(engine);
            fresh.read();
            assertThat(fresh.seen).containsExactlyInAnyOrder("e0", "A", "B", "C");
        }
    }

    @Test
    void oursGivesTheLateEventToEveryReader() throws Exception {
        PostgresEventStorageEngine engine = store.engine();
        Reader reader = new Reader(engine);
        engine.appendEvents(event("e0", Instant.now()));
        try (Connection late = store.connect(TestPostgres.COMMAND);
                ExecutorService caller = Executors.newSingleThreadExecutor()) {
            late.setAutoCommit(false);
            long[] positions = new AppendStatement(store.schema(), Access.WRITE)
                    .execute(late, List.of(PendingAppend.of(List.of(row("A")))), false);
            assertThat(positions).containsExactly(2);

            Future<?> neighbour = caller.submit(
                    () -> engine.appendEvents(event("B", Instant.now().minusSeconds(61))));
            Awaitility.await().until(() -> store.blocked() > 0);
            reader.read();
            assertThat(reader.seen).containsExactly("e0");
            assertThat(neighbour).isNotDone();

            late.commit();
            neighbour.get(20, SECONDS);
        }
        engine.appendEvents(event("C", Instant.now()));
        reader.read();

        assertThat(reader.seen).containsExactly("e0", "A", "B", "C");
        assertThat(engine.head()).isEqualTo(4);
    }

    @Test
    void oursReusesThePositionOfAnAppendThatWasRolledBack() throws Exception {
        PostgresEventStorageEngine engine = store.engine();
        Reader reader = new Reader(engine);
        try (Connection late = store.connect(TestPostgres.COMMAND);
                ExecutorService caller = Executors.newSingleThreadExecutor()) {
            late.setAutoCommit(false);
            new AppendStatement(store.schema(), Access.WRITE)
                    .execute(late, List.of(PendingAppend.of(List.of(row("A")))), false);
            Future<?> neighbour = caller.submit(() -> engine.appendEvents(event("B", Instant.now())));
            Awaitility.await().until(() -> store.blocked() > 0);
            late.rollback();
            neighbour.get(20, SECONDS);
        }
        reader.read();

        assertThat(reader.seen).containsExactly("B");
        assertThat(engine.head()).isEqualTo(1);
    }

    private static DomainEventMessage<?> event(String name, Instant time) {
        return new GenericDomainEventMessage<>(
                "Note",
                name,
                0,
                EventStorageEngineContract.note(name),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                time);
    }

    private static EventRow row(String name) {
        byte[] payload = EventStorageEngineContract.serializer()
                .serialize(EventStorageEngineContract.note(name), byte[].class)
                .getData();
        byte[] metadata = EventStorageEngineContract.serializer()
                .serialize(MetaData.emptyInstance(), byte[].class)
                .getData();
        return new EventRow(
                0,
                name,
                0,
                "Note",
                UUID.randomUUID().toString(),
                Instant.parse("2026-11-23T12:00:00Z"),
                EventStorageEngineContract.Noted.class.getName(),
                null,
                payload,
                metadata);
    }

    private static EventStorageEngine stockEngine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(EventStorageEngineContract.serializer())
                .snapshotSerializer(EventStorageEngineContract.serializer())
                .build();
    }

    private Connection connectToSchemaOfStockEngine() throws Exception {
        store.execute(TestPostgres.OWNER, "CREATE SCHEMA IF NOT EXISTS %s_stock");
        Connection connection = store.connect(TestPostgres.OWNER);
        connection.setSchema(store.schema() + "_stock");
        return connection;
    }

    /** Reads on from its own token, as a tracking processor does. */
    private static final class Reader {
        private final EventStorageEngine engine;
        private final List<String> seen = new ArrayList<>();
        private @Nullable TrackingToken token;

        Reader(EventStorageEngine engine) {
            this.engine = engine;
        }

        @SuppressWarnings("NullAway") // Axon's token is null before the first event
        void read() {
            List<? extends TrackedEventMessage<?>> events =
                    engine.readEvents(token, false).toList();
            for (TrackedEventMessage<?> event : events) {
                seen.add(((EventStorageEngineContract.Noted) event.getPayload()).text());
                token = event.trackingToken();
            }
        }
    }
}
