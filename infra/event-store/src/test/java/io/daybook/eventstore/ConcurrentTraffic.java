package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Writers on several instances of a store, each in units of work with random delays, aborts and conflicts, half of them
 * on virtual threads; and two readers an instance, one on a stream and one that asks again and again. What is random
 * follows from the seed; who wins a conflict does not.
 */
final class ConcurrentTraffic implements AutoCloseable {

    private static final int SHARED_AGGREGATES = 4;

    private final long seed;
    private final Map<EventStorageEngine, EventStore> instances;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<String>>> reads = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger aborts = new AtomicInteger();
    private volatile long end = Long.MAX_VALUE;

    ConcurrentTraffic(long seed, Map<EventStorageEngine, EventStore> instances) {
        this.seed = seed;
        this.instances = Map.copyOf(instances);
        instances.forEach((engine, store) -> {
            reads.add(readers.submit(() -> readStream(store)));
            reads.add(readers.submit(() -> readAgainAndAgain(engine)));
        });
    }

    /** Lets so many writers on each instance make so many attempts each; returns when all have ended. */
    void write(int writersOfAnInstance, int attempts) throws Exception {
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService platform = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = new ArrayList<>();
            for (Map.Entry<EventStorageEngine, EventStore> instance : instances.entrySet()) {
                for (int number = 0; number < writersOfAnInstance; number++) {
                    int writer = writers.size();
                    writers.add((number % 2 == 0 ? virtual : platform)
                            .submit(() -> write(writer, attempts, instance.getKey(), instance.getValue())));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private void write(int writer, int attempts, EventStorageEngine engine, EventStore store) {
        Random random = new Random(seed + writer);
        long ownSequence = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            boolean shared = random.nextInt(3) == 0;
            String aggregate = shared ? "shared:" + random.nextInt(SHARED_AGGREGATES) : "own:" + writer;
            long sequence = shared ? engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1 : ownSequence;
            int count = 1 + random.nextInt(3);
            boolean abort = random.nextInt(8) == 0;
            List<DomainEventMessage<EventStorageEngineContract.Noted>> events = IntStream.range(0, count)
                    .mapToObj(number -> EventStorageEngineContract.event(
                            aggregate, sequence + number, EventStorageEngineContract.note(aggregate)))
                    .toList();
            if (publish(store, events, random.nextInt(1_500), abort, shared) && !shared) {
                ownSequence += count;
            }
        }
    }

    private boolean publish(
            EventStore store,
            List<DomainEventMessage<EventStorageEngineContract.Noted>> events,
            int delay,
            boolean abort,
            boolean mayConflict) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        store.publish(events);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(delay));
        if (abort) {
            unitOfWork.rollback(new IllegalStateException("aborted"));
            aborts.incrementAndGet();
            return false;
        }
        try {
            unitOfWork.commit();
        } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
            if (!mayConflict) {
                throw new AssertionError("a conflict on an aggregate that nobody else writes, seed " + seed, conflict);
            }
            conflicts.incrementAndGet();
            return false;
        }
        events.forEach(event -> acknowledged.add(event.getIdentifier()));
        return true;
    }

    private List<String> readStream(EventStore store) throws InterruptedException {
        List<String> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (read.size() < end) {
                if (stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)) {
                    read.add(describe(stream.nextAvailable()));
                }
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        return read;
    }

    private List<String> readAgainAndAgain(EventStorageEngine engine) {
        List<String> read = new ArrayList<>();
        TrackedEventMessage<?> last = null;
        while (read.size() < end) {
            List<? extends TrackedEventMessage<?>> news = engine.readEvents(
                            last == null ? engine.createTailToken() : last.trackingToken(), false)
                    .toList();
            news.forEach(event -> read.add(describe(event)));
            last = news.isEmpty() ? last : news.getLast();
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        return read;
    }

    private static String describe(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow() + " " + event.getIdentifier();
    }

    /** After the writers have ended: lets the readers reach the head and compares what they read. */
    void assertEverythingReadOnceAndInOrder(long head) throws Exception {
        end = head;
        assertThat(head).as("head, seed %d", seed).isEqualTo(acknowledged.size());
        List<String> first = reads.getFirst().get(30, TimeUnit.SECONDS);
        for (Future<List<String>> read : reads) {
            assertThat(read.get(30, TimeUnit.SECONDS))
                    .as("what a reader saw, seed %d", seed)
                    .isEqualTo(first);
        }
        assertThat(first.stream().map(line -> Long.valueOf(line.substring(0, line.indexOf(' ')))))
                .as("positions, seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
        Set<String> ids = new HashSet<>();
        first.forEach(line -> ids.add(line.substring(line.indexOf(' ') + 1)));
        assertThat(ids).as("events, seed %d", seed).isEqualTo(acknowledged);
    }

    int conflicts() {
        return conflicts.get();
    }

    int aborts() {
        return aborts.get();
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
