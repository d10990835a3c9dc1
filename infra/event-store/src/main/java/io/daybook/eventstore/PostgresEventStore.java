package io.daybook.eventstore;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The Axon event store over a {@link PostgresEventStorageEngine}. Its streams wake processors when an event is
 * appended, by this process or another, so that none has to poll.
 */
public final class PostgresEventStore extends AbstractEventStore {

    private final PostgresEventStorageEngine engine;

    private PostgresEventStore(Builder builder) {
        super(builder);
        this.engine = builder.engine();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return isPresumedNew() ? DomainEventStream.empty() : super.readEvents(aggregateIdentifier);
    }

    private static boolean isPresumedNew() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(PostgresEventStorageEngine.PRESUMED_NEW);
    }

    /** What a store is built from. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new EventStream(engine, token);
    }

    /** What a {@link PostgresEventStore} is built from; the engine is required. */
    public static final class Builder extends AbstractEventStore.Builder {

        public Builder storageEngine(PostgresEventStorageEngine engine) {
            super.storageEngine(engine);
            return this;
        }

        private PostgresEventStorageEngine engine() {
            return (PostgresEventStorageEngine) storageEngine;
        }

        public PostgresEventStore build() {
            return new PostgresEventStore(this);
        }
    }
}
