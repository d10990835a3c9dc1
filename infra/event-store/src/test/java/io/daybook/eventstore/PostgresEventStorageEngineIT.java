package io.daybook.eventstore;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testing.TestPostgres;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresEventStorageEngineIT extends EventStorageEngineContract {

    private PostgresStore postgres;

    @BeforeEach
    void openPostgres() {
        postgres = PostgresStore.fresh();
    }

    @AfterEach
    void closePostgres() {
        postgres.close();
    }

    @Override
    protected Store freshStore() {
        return PostgresStore.fresh();
    }

    // the database's own guard

    @ParameterizedTest
    @CsvSource({
        "daybook_owner, UPDATE %s.event SET payload = ''",
        "daybook_owner, DELETE FROM %s.event",
        "daybook_owner, TRUNCATE %s.event",
        "daybook_owner, DELETE FROM %s.head",
        "daybook_owner, TRUNCATE %s.head",
        "postgres, UPDATE %s.event SET payload = ''",
        "postgres, DELETE FROM %s.event",
        "postgres, TRUNCATE %s.event",
        "postgres, DELETE FROM %s.event WHERE false"
    })
    void nobodyChangesWhatIsStored(String role, String sql) throws Exception {
        postgres.engine().appendEvents(event("note:1", 0, note("a")));

        assertThatThrownBy(() -> postgres.execute(role, sql)).hasMessageContaining("append-only");
        assertThat(postgres.number("SELECT count(*) FROM %s.event WHERE payload <> ''"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO %1$s.event SELECT position + 1, 'x', 0, type, 'x', recorded_at, payload_type, NULL,"
                        + " payload, metadata, hash FROM %1$s.event",
                "UPDATE %s.event SET payload = ''",
                "DELETE FROM %s.event",
                "TRUNCATE %s.event",
                "UPDATE %s.head SET position = 7",
                "INSERT INTO %s.head VALUES (false, 7)",
                "DELETE FROM %s.snapshot",
                "DROP TABLE %s.event",
                "ALTER TABLE %s.event DISABLE TRIGGER ALL",
                "CREATE TABLE %s.mine (n int)"
            })
    void aWriterMayOnlyAppend(String sql) {
        postgres.engine().appendEvents(event("note:1", 0, note("a")));

        assertThatThrownBy(() -> postgres.execute(TestPostgres.COMMAND, sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThatThrownBy(() -> postgres.execute(TestPostgres.QUERY, sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void aReaderCannotAppend() {
        PostgresEventStorageEngine reading =
                postgres.engine(postgres.pool(TestPostgres.QUERY, 4), UnaryOperator.identity());

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> reading.appendEvents(event("note:1", 0, note("a"))))
                .withStackTraceContaining("permission denied");
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> reading.storeSnapshot(event("note:1", 0, note("a"))))
                .withStackTraceContaining("permission denied");
        assertThat(reading.head()).isZero();
    }

    @Test
    void aReadOnlyEngineRefusesAppendsAndHearsOfThoseOfOthers() throws Exception {
        PostgresEventStorageEngine writing = postgres.engine();
        PostgresEventStorageEngine reading =
                postgres.engine(postgres.pool(TestPostgres.QUERY, 2), settings -> settings.withAccess(Access.READ));

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> reading.appendEvents(event("note:1", 0, note("a"))))
                .withMessageContaining("only reads");
        try (BlockingStream<TrackedEventMessage<?>> stream =
                postgres.eventStore(reading).openStream(null)) {
            writing.appendEvents(event("note:1", 0, note("a")));
            assertThat(stream.hasNextAvailable(20, SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(note("a"));
        }
    }

    @Test
    void aStreamLeavesOutWhatItsReaderDoesNotWantButNotTheLastOfAPage() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                postgres.eventStore(engine).openStream(null)) {
            engine.appendEvents(
                    event("note:1", 0, new Revised("a")),
                    event("note:1", 1, note("b")),
                    event("note:1", 2, new Revised("c")),
                    event("note:1", 3, note("d")),
                    event("note:1", 4, new Revised("e")),
                    event("note:1", 5, new Revised("f")));
            stream.skipMessagesWithPayloadTypeOf(stream.nextAvailable());

            assertThat(payloads(stream)).containsExactly(note("b"), note("d"), new Revised("f"));

            engine.appendEvents(event("note:1", 6, new Revised("g")), event("note:1", 7, note("h")));
            assertThat(payloads(stream)).containsExactly(note("h"));
        }
    }

    private static List<Object> payloads(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        List<Object> payloads = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            payloads.add(stream.nextAvailable().getPayload());
        }
        return payloads;
    }

    @Test
    void theStoredHashIsThatOfTheRow() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine();
        engine.appendEvents(event("note:1", 0, note("Grüße")), event("note:1", 1, new Revised("r")));
        engine.appendEvents(org.axonframework.eventhandling.GenericEventMessage.asEventMessage(note("alone")));

        List<EventRow> rows = engine.log().after(0, 100);

        assertThat(rows).hasSize(3);
        for (EventRow row : rows) {
            assertThat(hash(row.position()))
                    .as("hash at %d", row.position())
                    .isEqualTo(EventHash.at(row.position(), EventHash.ofContent(row)));
        }
    }

    @Test
    void theLogIsReadWithAllThatTheHashesCover() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine();
        engine.appendEvents(event("note:1", 0, note("Grüße")), event("note:1", 1, new Revised("r")));
        engine.appendEvents(org.axonframework.eventhandling.GenericEventMessage.asEventMessage(note("alone")));

        List<StoredEvent> read = new ArrayList<>();
        engine.log().readStored(0, 3, read::add);

        assertThat(read).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        for (StoredEvent event : read) {
            byte[] contentHash = MessageDigest.getInstance("SHA-256").digest(event.content());
            assertThat(EventHash.at(event.position(), contentHash)).isEqualTo(event.hash());
        }
        engine.log().readStored(2, 3, event -> assertThat(event.position()).isEqualTo(3));
    }

    @Test
    void theLogIsReadInOrderAndAsItWasStored() {
        PostgresEventStorageEngine engine = postgres.engine();
        engine.appendEvents(event("note:1", 0, note("Grüße")), event("note:ü", 0, note("b")));
        engine.appendEvents(event("note:1", 1, new Revised("r")), event("note:1", 2, note("last")));

        List<EventPayload> read = read(engine, 0, 4);

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(engine.log().after(0, 10).stream()
                        .map(row -> new EventPayload(
                                row.position(),
                                row.aggregateId(),
                                row.sequence(),
                                row.recordedAt(),
                                row.payloadType(),
                                row.payloadRevision(),
                                row.payloadBytes()))
                        .toList());
        assertThat(read(engine, 1, 3)).extracting(EventPayload::position).containsExactly(2L, 3L);
        assertThat(read(engine, 4, 9)).isEmpty();
    }

    @Test
    void aReadingThatIsCutOffLeavesThePoolFit() {
        PostgresEventStorageEngine engine =
                postgres.engine(postgres.pool(TestPostgres.COMMAND, 4), UnaryOperator.identity());
        for (int sequence = 0; sequence < 500; sequence++) {
            engine.appendEvents(event("note:1", sequence, note("x".repeat(1_000))));
        }

        for (int attempt = 0; attempt < 8; attempt++) {
            assertThatThrownBy(() -> engine.log().read(0, 500, _ -> {
                        throw new IllegalStateException("enough");
                    }))
                    .hasMessage("enough");
        }

        assertThat(read(engine, 0, 500)).hasSize(500);
    }

    private static List<EventPayload> read(PostgresEventStorageEngine engine, long after, long until) {
        List<EventPayload> read = new ArrayList<>();
        engine.log().read(after, until, read::add);
        return read;
    }

    private byte[] hash(long position) throws Exception {
        try (Connection connection = postgres.connect(TestPostgres.QUERY);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT hash FROM %s.event WHERE position = ?".formatted(postgres.schema()))) {
            query.setLong(1, position);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getBytes(1);
            }
        }
    }

    // callers

    @Test
    void theUnitOfWorkKnowsThePositionOfItsLastEvent() {
        PostgresEventStorageEngine engine = postgres.engine();
        engine.appendEvents(event("note:0", 0, note("before")));
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        postgres.eventStore(engine).publish(event("note:1", 0, note("a")), event("note:1", 1, note("b")));
        unitOfWork.commit();

        assertThat(unitOfWork.<Long>getResource(PostgresEventStorageEngine.LAST_POSITION))
                .isEqualTo(3);
    }

    @Test
    void anInterruptedCallerLearnsTheOutcomeAndStaysInterrupted() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine();
        try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
            Future<Boolean> interrupted = caller.submit(() -> {
                Thread.currentThread().interrupt();
                engine.appendEvents(event("note:1", 0, note("a")));
                return Thread.interrupted();
            });
            assertThat(interrupted.get(20, SECONDS)).isTrue();
        }
        assertThat(engine.head()).isEqualTo(1);
    }

    @Test
    void manyVirtualThreadsShareCommits() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine();
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = HeldHead.hold(postgres)) {
            IntStream.range(0, 64)
                    .forEach(caller -> callers.add(
                            virtual.submit(() -> engine.appendEvents(event("note:" + caller, 0, note("n"))))));
            Awaitility.await().until(() -> postgres.blocked() > 0);
            holder.rollback();
            for (Future<?> caller : callers) {
                caller.get(20, SECONDS);
            }
        }
        assertThat(engine.head()).isEqualTo(64);
        // two, if all came while the first waited; the scheduler may have been slow with some
        assertThat(postgres.transactions()).isLessThanOrEqualTo(32);
    }

    @Test
    void aClosedEngineRefusesAppends() {
        PostgresEventStorageEngine engine = postgres.engine();
        engine.appendEvents(event("note:1", 0, note("a")));
        engine.close();

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(event("note:1", 1, note("b"))))
                .withStackTraceContaining("closed");
    }

    @Test
    void closingGivesItsConnectionsBackWithoutWaitingForThePoll() {
        var pool = postgres.pool(TestPostgres.COMMAND, 4);
        PostgresEventStorageEngine engine = postgres.engine(pool, UnaryOperator.identity());
        engine.appendEvents(event("note:1", 0, note("a")));

        engine.close();

        // the poll interval of these tests is a minute
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void aPoolWithTooFewConnectionsIsRefused() {
        assertThatExceptionOfType(AxonConfigurationException.class)
                .isThrownBy(() -> postgres.engine(postgres.pool(TestPostgres.COMMAND, 3), UnaryOperator.identity()))
                .withMessageContaining("at least 4 connections");
    }

    @Test
    void appendsAndReadsOnAPoolOfFourConnections() throws Exception {
        PostgresEventStorageEngine engine =
                postgres.engine(postgres.pool(TestPostgres.COMMAND, 4), UnaryOperator.identity());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> outcomes = new ArrayList<>();
            for (int caller = 0; caller < 32; caller++) {
                String aggregate = "note:" + caller;
                outcomes.add(callers.submit(() -> {
                    engine.appendEvents(event(aggregate, 0, note("a")));
                    return engine.readEvents(aggregate).asStream().count();
                }));
            }
            for (Future<?> outcome : outcomes) {
                assertThat(outcome.get(30, SECONDS)).isEqualTo(1L);
            }
        }
    }

    // lost connections

    @Test
    void aStreamWakesAgainAfterItsListenersConnectionDied() throws Exception {
        PostgresEventStorageEngine reading = postgres.engine();
        PostgresEventStorageEngine writing = postgres.engine();
        writing.appendEvents(event("note:1", 0, note("a")));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                postgres.eventStore(reading).openStream(null)) {
            assertThat(stream.hasNextAvailable(20, SECONDS)).isTrue();
            stream.nextAvailable();

            assertThat(postgres.cut("LISTEN%" + postgres.schema() + "%") + postgres.cut("%position FROM%.head"))
                    .isPositive();
            writing.appendEvents(event("note:1", 1, note("b")));

            assertThat(stream.hasNextAvailable(20_000, MILLISECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(note("b"));
        }
    }

    @Test
    void appendsAreStoredOnceWhileConnectionsAreCutInMidTraffic() throws Exception {
        long seed = new Random().nextLong();
        PostgresEventStorageEngine one = postgres.engine();
        PostgresEventStorageEngine other = postgres.engine();
        try (ConcurrentTraffic traffic = new ConcurrentTraffic(
                        seed, Map.of(one, postgres.eventStore(one), other, postgres.eventStore(other)));
                ExecutorService cutter = Executors.newSingleThreadExecutor()) {
            Random random = new Random(seed);
            Future<Long> cuts = cutter.submit(() -> {
                long cut = 0;
                while (cut < 12 && !Thread.currentThread().isInterrupted()) {
                    cut += postgres.cut("SELECT appended_request%");
                    LockSupport.parkNanos(random.nextInt(30_000_000));
                }
                return cut;
            });
            traffic.write(6, 40);
            cutter.shutdownNow();
            assertThat(cuts.get(20, SECONDS)).as("cuts, seed %d", seed).isPositive();
            traffic.assertEverythingReadOnceAndInOrder(one.head());
        }
    }
}
