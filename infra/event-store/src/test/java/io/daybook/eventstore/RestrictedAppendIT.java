package io.daybook.eventstore;

import static io.daybook.eventstore.EventStorageEngineContract.event;
import static io.daybook.eventstore.EventStorageEngineContract.note;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader appends events of its own operations and nothing else, whatever it tries. */
class RestrictedAppendIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final byte[] BYTES = "x".getBytes(StandardCharsets.UTF_8);
    private static final Receipt RECEIPT = Receipt.of("key", BYTES, BYTES);

    private PostgresStore postgres;
    private PostgresEventStorageEngine writing;
    private PostgresEventStorageEngine restricted;

    @BeforeEach
    void open() {
        postgres = PostgresStore.fresh();
        writing = postgres.engine();
        restricted = postgres.engine(
                postgres.pool(TestPostgres.QUERY, 6), settings -> settings.withAccess(Access.RESTRICTED));
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void appendsItsOperationsAmongTheEventsOfOthersAndTellsThem() throws Exception {
        writing.appendEvents(event("note:1", 0, note("a")));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                postgres.eventStore(writing).openStream(writing.createHeadToken())) {
            restricted.appendEvents(event("operation:1", 0, note("begun")), event("operation:1", 1, note("done")));

            assertThat(stream.hasNextAvailable(20, SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(note("begun"));
        }
        assertThat(restricted.placeOf("operation:1")).contains(new PostgresEventStorageEngine.Place(3, 1));
        assertThat(writing.head()).isEqualTo(3);
    }

    @Test
    void refusesAnOperationThatIsTakenAsAnyAppend() {
        restricted.appendEvents(event("operation:1", 0, note("a")), event("operation:1", 1, note("b")));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> restricted.appendEvents(event("operation:1", 1, note("late"))));
        assertThat(writing.head()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product:x", "operation", "Operation:x", " operation:x", ""})
    void refusesOtherAggregatesInWords(String aggregate) {
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> restricted.appendEvents(
                        event("operation:1", 0, note("a")), event(aggregate, 0, note("not its own"))))
                .withMessageContaining("start with operation: and not to [" + aggregate + "]");
        assertThat(writing.head()).isZero();
    }

    @Test
    void refusesReceiptsInWords() {
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> restricted.store(RECEIPT))
                .withMessageContaining("stores no receipts");
    }

    static Stream<PendingAppend> foreign() {
        return Stream.of(
                PendingAppend.of(List.of(row("product:x"))),
                PendingAppend.of(List.of(row("operation:2"), row("product:x"))),
                PendingAppend.of(List.of(row("operatio"))),
                PendingAppend.of(List.of(row("operation:2")), RECEIPT),
                PendingAppend.of(List.of(), RECEIPT));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("foreign")
    void theDatabaseRefusesTheWholeCall(PendingAppend append) throws Exception {
        for (boolean retry : new boolean[] {false, true}) {
            try (Connection connection = postgres.connect(TestPostgres.QUERY)) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> new AppendStatement(postgres.schema(), Access.RESTRICTED)
                                .execute(
                                        connection,
                                        List.of(PendingAppend.of(List.of(row("operation:1"))), append),
                                        retry))
                        .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
            }
        }
        assertThat(writing.head()).isZero();
        assertThat(postgres.number("SELECT (SELECT count(*) FROM %s.event) + (SELECT count(*) FROM %s.receipt)"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "'{}'", "'{NULL}'"})
    void theDatabaseRefusesAnEventOfNoAggregate(String aggregateIds) throws Exception {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> postgres.execute(TestPostgres.QUERY, """
                        SELECT * FROM %%s.append_restricted(false, '{0}', %s, '{0}', '{f}', '{x}', '{x}', '{0}', '{x}', '{NULL}',
                            '{x}', '{x}', '{x}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
                        """.formatted(aggregateIds)));
        assertThat(postgres.number("SELECT position + (SELECT count(*) FROM %s.event) FROM %s.head"))
                .isZero();
    }

    @Test
    void theFunctionIsForReadersAndLeavesThemNoOther() throws Exception {
        assertThat(mayCall(TestPostgres.QUERY, "append_restricted")).isTrue();
        assertThat(mayCall(TestPostgres.QUERY, "append")).isFalse();
        assertThat(mayCall(TestPostgres.QUERY, "append_singly")).isFalse();
        assertThat(mayCall(TestPostgres.COMMAND, "append_restricted")).isFalse();
    }

    private boolean mayCall(String role, String function) throws SQLException {
        return postgres.number(
                        "SELECT has_function_privilege('" + role + "', '%s." + function + "'::regproc, 'execute')::int")
                == 1;
    }

    private static EventRow row(String aggregateId) {
        return new EventRow(
                0,
                aggregateId,
                0,
                "Note",
                UUID.randomUUID().toString(),
                Instant.parse("2026-11-23T12:00:00Z"),
                EventStorageEngineContract.Noted.class.getName(),
                null,
                BYTES,
                BYTES);
    }
}
