package io.daybook.query.platform.cache;

import io.daybook.api.operation.event.OperationEvent;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.model.Projection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which aggregates have changed lately, and what of each processor: this instance follows the log for it, whoever
 * projects it. What operators do to read models is in no event of an aggregate, so each of their actions makes it
 * forget all that was before.
 */
@Component
final class RecentChanges implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(RecentChanges.class);
    private static final int MOST = 100_000;

    private final EventStore store;
    private final PostgresEventStorageEngine engine;
    private final List<Projection> projections;
    private final Map<Class<?>, Set<String>> followers = new ConcurrentHashMap<>();

    /** The position of the last event of each, the one that changed longest ago first. */
    private final LinkedHashMap<String, Long> ofAggregates = new LinkedHashMap<>();

    private final Map<String, Long> ofProcessors = new HashMap<>();
    /** Everything after it is known. */
    private long floor = Long.MAX_VALUE;

    private long position;
    private @Nullable Thread thread;
    private volatile boolean ended = true;

    RecentChanges(EventStore store, PostgresEventStorageEngine engine, List<Projection> projections) {
        this.store = store;
        this.engine = engine;
        this.projections = List.copyOf(projections);
    }

    /** Whether it is known that nothing has changed for an answer up to a position. */
    synchronized boolean provesUnchanged(Basis basis, long until) {
        return floor <= basis.position() && until <= position && lastChange(basis) <= basis.position();
    }

    private long lastChange(Basis basis) {
        if (!basis.aggregate().isEmpty()) {
            return ofAggregates.getOrDefault(basis.aggregate(), 0L);
        }
        return basis.processors().stream()
                .mapToLong(processor -> ofProcessors.getOrDefault(processor, 0L))
                .max()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public void start() {
        ended = false;
        thread = Thread.ofPlatform().name("recent-changes").daemon().start(this::run);
    }

    private void run() {
        while (!ended) {
            try {
                long from = begin();
                try (BlockingStream<TrackedEventMessage<?>> stream =
                        store.openStream(new GlobalSequenceTrackingToken(from))) {
                    follow(stream);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                logger.debug("The log could not be followed; trying again", failure);
                pause();
            }
        }
    }

    /** Where it has known nothing yet, it knows what is after the head of now. */
    private long begin() {
        long head = engine.head();
        synchronized (this) {
            if (floor == Long.MAX_VALUE) {
                position = head;
                floor = head;
            }
            return position;
        }
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        while (!ended) {
            if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                note(stream.nextAvailable());
            }
        }
    }

    private synchronized void note(TrackedEventMessage<?> message) {
        long at = message.trackingToken().position().orElseThrow();
        Class<?> type = message.getPayloadType();
        if (OperationEvent.class.isAssignableFrom(type)) {
            floor = at;
            ofAggregates.clear();
        } else if (message instanceof DomainEventMessage<?> event) {
            ofAggregates.remove(event.getAggregateIdentifier());
            ofAggregates.put(event.getAggregateIdentifier(), at);
            if (ofAggregates.size() > MOST) {
                floor = Math.max(floor, ofAggregates.pollFirstEntry().getValue());
            }
        }
        followers.computeIfAbsent(type, this::followers).forEach(processor -> ofProcessors.put(processor, at));
        position = at;
    }

    private Set<String> followers(Class<?> type) {
        return projections.stream()
                .filter(projection -> projection.models().stream().anyMatch(model -> model.follows(type)))
                .map(Projection::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        ended = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !ended;
    }
}
