package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.LocalPostgres;
import io.daybook.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL dies by kill -9 in the middle of appends, several times, and comes back on the same folder and port. */
class PostgresCrashIT {

    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final int APPENDS_BETWEEN = 150;

    /** Aggregate ids, each of one append, with the number of its events. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Integer> unacknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger appends = new AtomicInteger();
    private volatile boolean stopped;

    @Test
    @Timeout(120)
    void nothingAcknowledgedIsLostAndNothingIsHalfWritten() throws Exception {
        long seed = new Random().nextLong();
        try (LocalPostgres server = TestPostgres.privateServer();
                PostgresStore store = PostgresStore.at(server.jdbcUrl());
                ExecutorService threads = Executors.newCachedThreadPool()) {
            PostgresEventStorageEngine patient =
                    store.engine(store.pool(TestPostgres.COMMAND, 8), UnaryOperator.identity());
            PostgresEventStorageEngine impatient = store.engine(
                    store.pool(TestPostgres.COMMAND, 8), settings -> settings.withPatience(Duration.ofMillis(200)));
            Future<List<Long>> reader = threads.submit(() -> readStream(store, impatient));
            List<Future<?>> writers = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                int writer = number;
                writers.add(threads.submit(
                        () -> write(writer % 2 == 0 ? patient : impatient, writer, new Random(seed + writer))));
            }

            for (int round = 0; round < ROUNDS; round++) {
                awaitMoreAppends(seed);
                server.killNine();
                server.start();
            }
            awaitMoreAppends(seed);
            stopped = true;
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }

            long head = patient.head();
            assertStored(patient, head, seed);
            assertThat(reader.get(60, TimeUnit.SECONDS))
                    .as("what a stream gave across the crashes, seed %d", seed)
                    .startsWith(LongStream.rangeClosed(1, head).boxed().toArray(Long[]::new));
        }
    }

    private void awaitMoreAppends(long seed) {
        int before = appends.get();
        Awaitility.await("appends after " + before + ", seed " + seed)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> appends.get() >= before + APPENDS_BETWEEN);
    }

    private void write(PostgresEventStorageEngine engine, int writer, Random random) {
        for (int number = 0; !stopped; number++) {
            String aggregate = "note:" + writer + "/" + number;
            int count = 1 + random.nextInt(4);
            String text = "x".repeat(random.nextInt(20_000));
            List<DomainEventMessage<EventStorageEngineContract.Noted>> events = IntStream.range(0, count)
                    .mapToObj(sequence -> EventStorageEngineContract.event(
                            aggregate, sequence, EventStorageEngineContract.note(text)))
                    .toList();
            try {
                engine.appendEvents(events);
                acknowledged.put(aggregate, count);
                appends.incrementAndGet();
            } catch (EventStoreException outcomeUnknown) {
                unacknowledged.put(aggregate, count);
            }
        }
    }

    private List<Long> readStream(PostgresStore store, PostgresEventStorageEngine engine) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        long last = Long.MAX_VALUE;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.eventStore(engine).openStream(null)) {
            while (positions.size() < last) {
                try {
                    if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                        positions.add(stream.nextAvailable()
                                .trackingToken()
                                .position()
                                .orElseThrow());
                    } else if (stopped) {
                        last = engine.head();
                    }
                } catch (EventStoreException databaseAway) {
                    // a processor would back off and go on from its token; this one only goes on
                }
            }
        }
        return positions;
    }

    private void assertStored(PostgresEventStorageEngine engine, long head, long seed) {
        Map<String, Integer> stored = new HashMap<>();
        Set<String> ids = new HashSet<>();
        List<Long> positions = new ArrayList<>();
        engine.readEvents(engine.createTailToken(), false).forEach(event -> {
            positions.add(event.trackingToken().position().orElseThrow());
            assertThat(ids.add(event.getIdentifier())).as("%s is new", event).isTrue();
            stored.merge(((DomainEventMessage<?>) event).getAggregateIdentifier(), 1, Integer::sum);
        });
        assertThat(positions)
                .as("positions, seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(stored).as("acknowledged, seed %d", seed).containsAllEntriesOf(acknowledged);
        Map<String, Integer> extra = new HashMap<>(stored);
        extra.keySet().removeAll(acknowledged.keySet());
        assertThat(unacknowledged)
                .as("stored whole although not acknowledged, seed %d", seed)
                .containsAllEntriesOf(extra);
    }
}
