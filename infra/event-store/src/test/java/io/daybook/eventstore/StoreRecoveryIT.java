package io.daybook.eventstore;

import static io.daybook.eventstore.EventStorageEngineContract.event;
import static io.daybook.eventstore.EventStorageEngineContract.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class StoreRecoveryIT {

    private static final List<String> WRITERS = List.of(TestPostgres.COMMAND);
    private static final List<String> READERS = List.of(TestPostgres.QUERY);

    private final TestPostgres elsewhere = TestPostgres.shared().freshDatabase();
    private PostgresStore postgres;
    private PostgresEventStorageEngine engine;
    private StoreRecovery recovery;

    @BeforeEach
    void open() {
        postgres = PostgresStore.fresh();
        engine = postgres.engine();
        recovery = new StoreRecovery(postgres.source(TestPostgres.OWNER), postgres.schema());
        for (int number = 0; number < 5; number++) {
            engine.appendEvents(event("note:1", number, note("one " + number)), event("note:2", number, note("two")));
        }
        engine.appendEvents(event("note:3", 0, note("three")));
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void bringsEverythingUpToAPositionAndTheStoreGoesOnFromThere() {
        engine.store(Receipt.of("early", new byte[] {1}, new byte[] {2}).at(3, 1));
        engine.store(Receipt.of("late", new byte[] {1}, new byte[] {2}).at(9, 4));

        recovery.into(target(TestPostgres.OWNER), WRITERS, READERS, 6);

        try (PostgresEventStorageEngine recovered = engineThere()) {
            assertThat(recovered.head()).isEqualTo(6);
            assertThat(recovered.log().after(0, 100))
                    .usingRecursiveComparison()
                    .isEqualTo(engine.log().after(0, 6));
            assertThat(recovered.receipt("early")).isPresent();
            assertThat(recovered.receipt("late")).isEmpty();
            recovered.appendEvents(event("note:1", 3, note("another")));
            assertThat(recovered.head()).isEqualTo(7);
            assertThatThrownBy(() -> recovered.appendEvents(event("note:1", 3, note("again"))))
                    .isNotNull();
        }
        assertThat(engine.head()).isEqualTo(11);
    }

    @Test
    void leavesAStoreAloneThatHasEvents() {
        recovery.into(target(TestPostgres.OWNER), WRITERS, READERS, 2);

        assertThatThrownBy(() -> recovery.into(target(TestPostgres.OWNER), WRITERS, READERS, 6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");

        try (PostgresEventStorageEngine recovered = engineThere()) {
            assertThat(recovered.head()).isEqualTo(2);
            assertThat(recovered.log().after(0, 100)).hasSize(2);
        }
    }

    @Test
    void tellsWhatWouldBeMissing() {
        Loss loss = recovery.lossAfter(6);

        assertThat(loss.events()).isEqualTo(5);
        assertThat(loss.types()).containsExactly(new Loss.OfType("Note", 5, 3, 1));
        assertThat(loss.first()).isEqualTo(engine.log().after(6, 1).getFirst().recordedAt());
        assertThat(loss.last()).isEqualTo(engine.log().after(10, 1).getFirst().recordedAt());
        assertThat(loss.words()).startsWith("5 events after position 6").contains("Note", "1 would not be there");
        assertThat(recovery.lossAfter(11)).isEqualTo(new Loss(11, 0, null, null, List.of()));
    }

    @Test
    void findsThePositionOfAnInstant() {
        Instant sixth = engine.log().after(5, 1).getFirst().recordedAt();
        long last = engine.log().after(0, 100).stream()
                .filter(row -> !row.recordedAt().isAfter(sixth))
                .mapToLong(EventRow::position)
                .max()
                .orElseThrow();

        assertThat(recovery.positionAt(sixth)).isEqualTo(last);
        assertThat(recovery.positionAt(Instant.now())).isEqualTo(11);
        assertThat(recovery.positionAt(Instant.EPOCH)).isZero();
    }

    @Test
    void refusesAPositionThatIsNotThere() {
        assertThatThrownBy(() -> recovery.into(target(TestPostgres.OWNER), WRITERS, READERS, 12))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommandLineTellsAndRecovers() {
        TestPostgres third = TestPostgres.shared().freshDatabase();
        EventStoreMigration.migrate(target(TestPostgres.OWNER), "events", WRITERS, READERS);
        try (PostgresEventStorageEngine small = PostgresEventStorageEngine.builder()
                .dataSource(target(TestPostgres.COMMAND))
                .eventSerializer(EventStorageEngineContract.serializer())
                .snapshotSerializer(EventStorageEngineContract.serializer())
                .build()) {
            small.appendEvents(event("note:1", 0, note("a")), event("note:1", 1, note("b")));
        }

        assertThat(run("9")).isEqualTo("2 ");
        assertThat(run("yesterday")).isEqualTo("2 ");
        assertThat(run("1")).startsWith("0 1 events after position 1");
        assertThat(run("1", third.jdbcUrl())).contains("up to position 1 is in " + third.jdbcUrl());
        assertThat(run("1", third.jdbcUrl())).isEqualTo("1 ");
        assertThat(new StoreRecovery(source(third.jdbcUrl(), TestPostgres.OWNER), "events").head())
                .isEqualTo(1);
    }

    private String run(String... moment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = new String[4 + moment.length];
        arguments[0] = elsewhere.jdbcUrl();
        arguments[1] = TestPostgres.OWNER;
        arguments[2] = TestPostgres.COMMAND;
        arguments[3] = TestPostgres.QUERY;
        System.arraycopy(moment, 0, arguments, 4, moment.length);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = StoreRecoveryMain.run(
                print, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), arguments);
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private PostgresEventStorageEngine engineThere() {
        return PostgresEventStorageEngine.builder()
                .dataSource(target(TestPostgres.COMMAND))
                .settings(postgres.settings())
                .eventSerializer(EventStorageEngineContract.serializer())
                .snapshotSerializer(EventStorageEngineContract.serializer())
                .build();
    }

    private DataSource target(String role) {
        return source(elsewhere.jdbcUrl(), role);
    }

    private static DataSource source(String url, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        return source;
    }
}
