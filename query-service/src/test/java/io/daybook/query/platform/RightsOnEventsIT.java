package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.QueryServiceScenario;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The service reads every event, and appends those of its own operations and nothing else. */
class RightsOnEventsIT extends QueryServiceScenario {

    /** What happened, in this test. */
    record Noted(String text) {}

    @Autowired
    private PostgresEventStorageEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.event SELECT * FROM events.event",
                "UPDATE events.event SET type = 'x'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "UPDATE events.head SET position = 0",
                "INSERT INTO events.snapshot SELECT * FROM events.snapshot",
                "SELECT key FROM events.receipt"
            })
    void theRoleOfTheServiceMayNotWriteEvents(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void theRoleOfTheServiceMayReadThem() {
        assertThat(jdbc.sql("SELECT position FROM events.head")
                        .query(Long.class)
                        .single())
                .isEqualTo(log.head());
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("daybook_query");
        assertThat(mayExecute("append")).isFalse();
        assertThat(mayExecute("append_singly")).isFalse();
    }

    @Test
    void theServiceAppendsItsOperations() {
        String operation = fresh("operation:it");

        engine.appendEvents(event(operation, 0), event(operation, 1));

        assertThat(engine.readEvents(operation).asStream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(new Noted(operation), new Noted(operation));
        awaitProjections();
    }

    @Test
    void theServiceAppendsNothingElse() {
        long before = log.head();
        String product = fresh("product:it");

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(event(fresh("operation:it"), 0), event(product, 0)))
                .withMessageContaining(product);
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void theDatabaseRefusesItsRoleAnythingElse() {
        long before = log.head();

        assertThatThrownBy(() -> appendByHand("{operation:it,product:it}"))
                .rootCause()
                .hasMessageContaining("only events of aggregates whose ids start with operation:");
        assertThat(log.head()).isEqualTo(before);
        assertThat(engine.placeOf("operation:it")).isEmpty();
    }

    private void appendByHand(String aggregateIds) {
        jdbc.sql("""
                        SELECT * FROM events.append_restricted(false, '{0,0}', :ids, '{0,0}', '{f,f}', '{x,x}', '{by-hand-1,by-hand-2}',
                            '{0,0}', '{x,x}', '{NULL,NULL}', '{x,x}', '{x,x}', '{x,x}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
                        """.replace(":ids", "'" + aggregateIds + "'")).query().listOfRows();
    }

    private boolean mayExecute(String function) {
        return jdbc.sql("SELECT has_function_privilege(oid, 'execute') FROM pg_proc WHERE proname = :function"
                        + " AND pronamespace = 'events'::regnamespace")
                .param("function", function)
                .query(Boolean.class)
                .single();
    }

    private static DomainEventMessage<Noted> event(String aggregateId, long sequence) {
        return new GenericDomainEventMessage<>("Operation", aggregateId, sequence, new Noted(aggregateId));
    }
}
