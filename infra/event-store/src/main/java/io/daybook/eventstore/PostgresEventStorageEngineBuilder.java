package io.daybook.eventstore;

import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** What a {@link PostgresEventStorageEngine} is built from; a data source and the serializers are required. */
public final class PostgresEventStorageEngineBuilder extends AbstractEventStorageEngine.Builder {

    private EventStoreSettings settings = EventStoreSettings.defaults();
    private @Nullable DataSource dataSource;

    PostgresEventStorageEngineBuilder() {}

    /** The pool the engine takes its connections from: one each to append, announce and listen, and one a read. */
    public PostgresEventStorageEngineBuilder dataSource(DataSource pool) {
        this.dataSource = pool;
        return this;
    }

    public PostgresEventStorageEngineBuilder settings(EventStoreSettings chosen) {
        this.settings = chosen;
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder eventSerializer(Serializer serializer) {
        super.eventSerializer(serializer);
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder snapshotSerializer(Serializer serializer) {
        super.snapshotSerializer(serializer);
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder upcasterChain(EventUpcaster chain) {
        super.upcasterChain(chain);
        return this;
    }

    @Override
    public PostgresEventStorageEngineBuilder snapshotFilter(SnapshotFilter filter) {
        super.snapshotFilter(filter);
        return this;
    }

    /** Builds the engine and starts its threads. */
    public PostgresEventStorageEngine build() {
        return new PostgresEventStorageEngine(this);
    }

    EventStoreSettings settings() {
        return settings;
    }

    DataSource dataSource() {
        return Objects.requireNonNull(dataSource, "a data source is required");
    }
}
