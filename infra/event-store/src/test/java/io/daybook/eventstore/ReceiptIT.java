package io.daybook.eventstore;

import static io.daybook.eventstore.EventStorageEngineContract.event;
import static io.daybook.eventstore.EventStorageEngineContract.note;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptIT {

    private PostgresStore postgres;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void open() {
        postgres = PostgresStore.fresh();
        engine = postgres.engine();
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void isStoredWithItsEventsAndTheirPlace() {
        engine.appendEvents(event("note:0", 0, note("before")));
        appendWith(receipt("k", "told"), "note:1", 0, 2);

        Receipt stored = known("k");

        assertThat(stored.position()).isEqualTo(3);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(text(stored.outcome())).isEqualTo("told");
    }

    @Test
    void aKnownKeyKeepsItsFirstOutcomeAndStoresNoEvent() {
        appendWith(receipt("k", "first"), "note:1", 0, 1);

        ReceiptKnown refusal =
                catchThrowableOfType(ReceiptKnown.class, () -> appendWith(receipt("k", "second"), "note:2", 0, 1));

        assertThat(text(refusal.receipt().outcome())).isEqualTo("first");
        assertThat(refusal.receipt().position()).isEqualTo(1);
        assertThat(engine.head()).isEqualTo(1);
    }

    @Test
    void aKnownKeyGoesBeforeAConflictOfItsEvents() {
        appendWith(receipt("k", "first"), "note:1", 0, 1);

        assertThatExceptionOfType(ReceiptKnown.class)
                .isThrownBy(() -> appendWith(receipt("k", "second"), "note:1", 0, 1));
    }

    @Test
    void aConflictStoresNoReceipt() throws Exception {
        engine.appendEvents(event("note:1", 0, note("a")), event("note:1", 1, note("b")));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> appendWith(receipt("k", "told"), "note:1", 1, 1));

        assertThat(postgres.number("SELECT count(*) FROM %s.receipt")).isZero();
    }

    @Test
    void standsAloneWhereNothingHappened() {
        engine.appendEvents(event("note:1", 0, note("a")));
        engine.store(receipt("k", "refused"));
        engine.store(receipt("unchanged", "told").at(1, 0));

        assertThat(known("k").position()).isZero();
        assertThat(known("unchanged").position()).isEqualTo(1);
        assertThat(engine.head()).isEqualTo(1);
    }

    @Test
    void receiptsOfOneBatchHaveThePlacesOfTheirOwnEvents() throws Exception {
        engine.appendEvents(event("note:taken", 0, note("a")));
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = HeldHead.hold(postgres)) {
            for (int caller = 0; caller < 20; caller++) {
                int events = 1 + caller % 3;
                String aggregate = caller == 10 ? "note:taken" : "note:" + caller;
                callers.add(virtual.submit(() -> appendWith(receipt(aggregate, "told"), aggregate, 0, events)));
            }
            holder.rollback();
            for (int caller = 0; caller < 20; caller++) {
                Future<?> each = callers.get(caller);
                if (caller == 10) {
                    assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> each.get(30, SECONDS));
                } else {
                    each.get(30, SECONDS);
                }
            }
        }
        assertThat(postgres.number("SELECT count(*) FROM %s.receipt r JOIN %s.event e USING (position)"
                        + " WHERE e.aggregate_id = r.key AND e.sequence = r.version AND NOT EXISTS (SELECT FROM %s.event n"
                        + " WHERE n.aggregate_id = r.key AND n.sequence > r.version)"))
                .isEqualTo(19);
    }

    @Test
    void ofManyUnderOneKeyOneIsStored() throws Exception {
        PostgresEventStorageEngine other = postgres.engine();
        List<Future<?>> callers = new ArrayList<>();
        int refused = 0;
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 100; caller++) {
                String aggregate = "note:" + caller;
                PostgresEventStorageEngine one = caller % 2 == 0 ? engine : other;
                callers.add(virtual.submit(() -> appendWith(one, receipt("k", aggregate), aggregate, 0, 1)));
            }
            for (Future<?> caller : callers) {
                try {
                    caller.get(30, SECONDS);
                } catch (ExecutionException refusal) {
                    assertThat(refusal).hasCauseInstanceOf(ReceiptKnown.class);
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(99);
        assertThat(engine.head()).isEqualTo(1);
        assertThat(engine.log().after(0, 100).getFirst().aggregateId())
                .isEqualTo(text(known("k").outcome()));
    }

    @Test
    void isForgottenAfterSomeTime() throws Exception {
        engine.store(receipt("old", "told"));
        postgres.execute(TestPostgres.OWNER, "UPDATE %s.receipt SET stored_at = stored_at - interval '2 days'");
        engine.store(receipt("young", "told"));

        assertThat(engine.pruneReceipts(Instant.now().minusSeconds(3_600))).isEqualTo(1);

        assertThat(text(known("young").outcome())).isEqualTo("told");
        engine.store(receipt("old", "another"));
    }

    private Receipt known(String key) {
        return catchThrowableOfType(ReceiptKnown.class, () -> engine.store(receipt(key, "asked again")))
                .receipt();
    }

    private void appendWith(Receipt receipt, String aggregate, long firstSequence, int events) {
        appendWith(engine, receipt, aggregate, firstSequence, events);
    }

    private void appendWith(
            PostgresEventStorageEngine store, Receipt receipt, String aggregate, long firstSequence, int events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        unitOfWork.resources().put(PostgresEventStorageEngine.RECEIPT, receipt);
        EventStore eventStore = postgres.eventStore(store);
        for (int event = 0; event < events; event++) {
            eventStore.publish(event(aggregate, firstSequence + event, note("n")));
        }
        unitOfWork.commit();
    }

    private static Receipt receipt(String key, String outcome) {
        return Receipt.of(key, new byte[] {1}, outcome.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
