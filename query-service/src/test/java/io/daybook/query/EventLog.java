package io.daybook.query;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.eventstore.EventStoreMigration;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.testing.EarlierEvent;
import io.daybook.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The write side of the event store, as the command service has it: appends events as its role. */
public final class EventLog implements AutoCloseable {

    private final HikariDataSource pool;
    private final PostgresEventStorageEngine engine;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    public EventLog(TestPostgres postgres, Serializer serializer) {
        EventStoreMigration.migrate(
                new DriverManagerDataSource(postgres.jdbcUrl(), TestPostgres.OWNER, ""),
                "events",
                List.of(TestPostgres.COMMAND),
                List.of(TestPostgres.QUERY));
        pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(TestPostgres.COMMAND);
        pool.setMaximumPoolSize(4);
        engine = PostgresEventStorageEngine.builder()
                .dataSource(pool)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    /** Appends events of one aggregate, in order. */
    public void append(String aggregateId, Object... events) {
        Batch batch = batch();
        for (Object event : events) {
            batch.add(aggregateId, event);
        }
        batch.append();
    }

    /** The same for a cause that their metadata has. */
    public void appendBecause(Map<String, String> cause, String aggregateId, Object... events) {
        Batch batch = batch();
        for (Object event : events) {
            batch.add(aggregateId, event, cause);
        }
        batch.append();
    }

    /** Appends an event with metadata; answers its id. */
    public String append(String aggregateId, Map<String, ?> metadata, Object event) {
        Batch batch = batch().add(aggregateId, event, metadata);
        String id = batch.messages.getFirst().getIdentifier();
        batch.append();
        return id;
    }

    /** Appends an event of the first revision of its type, as it was stored then. */
    public void appendEarlier(String aggregateId, Class<?> type, String payload) {
        Batch batch = batch();
        batch.messages.add(
                new EarlierEvent(typeOf(aggregateId), aggregateId, nextSequence(aggregateId), type, payload));
        batch.append();
    }

    private long nextSequence(String aggregateId) {
        return sequences.merge(aggregateId, 0L, (last, _) -> last + 1);
    }

    private static String typeOf(String aggregateId) {
        return aggregateId.substring(0, aggregateId.indexOf(':'));
    }

    /** Events of many aggregates for one append. */
    public Batch batch() {
        return new Batch();
    }

    public long head() {
        return engine.head();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    public final class Batch {

        private final List<DomainEventMessage<?>> messages = new ArrayList<>();

        private Batch() {}

        public Batch add(String aggregateId, Object event) {
            return add(aggregateId, event, Map.of());
        }

        public Batch add(String aggregateId, Object event, Map<String, ?> metadata) {
            messages.add(new GenericDomainEventMessage<>(
                    typeOf(aggregateId), aggregateId, nextSequence(aggregateId), event, metadata));
            return this;
        }

        public int size() {
            return messages.size();
        }

        public void append() {
            engine.appendEvents(messages);
            messages.clear();
        }
    }
}
