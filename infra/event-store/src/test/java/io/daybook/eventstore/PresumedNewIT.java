package io.daybook.eventstore;

import static io.daybook.eventstore.EventStorageEngineContract.event;
import static io.daybook.eventstore.EventStorageEngineContract.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An aggregate may be presumed new without looking; the append is what tells. */
class PresumedNewIT {

    private PostgresStore postgres;
    private PostgresEventStorageEngine engine;
    private EventStore store;

    @BeforeEach
    void open() {
        postgres = PostgresStore.fresh();
        engine = postgres.engine();
        store = postgres.eventStore(engine);
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void aPresumedNewAggregateIsNotLookedUp() {
        engine.appendEvents(event("note:1", 0, note("a")));

        UnitOfWork<?> unitOfWork = presuming();
        boolean found = store.readEvents("note:1").hasNext();
        unitOfWork.rollback();

        assertThat(found).isFalse();
        assertThat(store.readEvents("note:1").hasNext()).isTrue();
    }

    @Test
    void aWrongPresumptionIsRefusedByTheAppend() {
        engine.appendEvents(event("note:1", 0, note("a")));

        UnitOfWork<?> unitOfWork = presuming();
        store.publish(event("note:1", 0, note("b")));

        assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(unitOfWork::commit);
        assertThat(engine.head()).isEqualTo(1);
    }

    private static UnitOfWork<?> presuming() {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        unitOfWork.resources().put(PostgresEventStorageEngine.PRESUMED_NEW, true);
        return unitOfWork;
    }
}
