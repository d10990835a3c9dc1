package io.daybook.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.AxonConfigurationException;
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

    /**
     * The pool the engine takes its connections from. It keeps three, one each to append, announce and listen (one, to
     * listen, where it only reads), and takes one for each read; so a pool of fewer than four (two) is refused.
     */
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

    @Override
    protected void validate() throws AxonConfigurationException {
        super.validate();
        int needed = settings.access() == Access.READ ? 2 : 4;
        try {
            DataSource pool = dataSource();
            if (pool.isWrapperFor(HikariDataSource.class)
                    && pool.unwrap(HikariDataSource.class).getMaximumPoolSize() < needed) {
                throw new AxonConfigurationException(
                        "The event store needs a pool of at least " + needed + " connections");
            }
        } catch (SQLException failure) {
            throw new AxonConfigurationException("The data source of the event store does not answer", failure);
        }
    }

    EventStoreSettings settings() {
        return settings;
    }

    DataSource dataSource() {
        return Objects.requireNonNull(dataSource, "a data source is required");
    }
}
