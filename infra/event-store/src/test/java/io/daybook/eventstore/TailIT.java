package io.daybook.eventstore;

import static io.daybook.eventstore.EventStorageEngineContract.event;
import static io.daybook.eventstore.EventStorageEngineContract.note;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of one instance that follow the log read it once between them. */
@Timeout(120)
class TailIT {

    private static final int STREAMS = 6;
    private static final int EVENTS = 60;

    private PostgresStore postgres;
    private PageReads reads;

    @BeforeEach
    void open() {
        postgres = PostgresStore.fresh();
        reads = new PageReads(postgres.pool(TestPostgres.COMMAND, 12));
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void sixStreamsAtTheTailReadEachPageOnce() throws Exception {
        followBySixStreams(postgres.engine(reads, settings -> settings));

        // exactly one each, unless the machine stands still for longer than a stream waits for another one's read
        assertThat(reads.count()).isBetween((long) EVENTS, EVENTS + EVENTS / 2L);
    }

    @Test
    void controlWithoutATailEachStreamReadsForItself() throws Exception {
        followBySixStreams(postgres.engine(reads, settings -> settings.withTail(0, 0)));

        assertThat(reads.count()).isGreaterThanOrEqualTo((long) STREAMS * EVENTS);
    }

    @Test
    void aStreamFromTheStartGetsWhatTheTailDoesNotHoldToo() throws Exception {
        PostgresEventStorageEngine engine = postgres.engine(reads, settings -> settings.withTail(10, 1 << 20));
        EventStore store = postgres.eventStore(engine);
        try (BlockingStream<TrackedEventMessage<?>> follower = store.openStream(null)) {
            for (int number = 0; number < EVENTS; number++) {
                engine.appendEvents(event("note:1", number, note("n" + number)));
                next(follower, 1);
            }
        }

        List<TrackedEventMessage<?>> all = read(store, 0, EVENTS);
        long before = reads.count();
        List<TrackedEventMessage<?>> last = read(store, EVENTS - 10, 10);

        assertThat(all)
                .extracting(message -> PostgresEventStorageEngine.position(message.trackingToken()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, EVENTS).boxed().toList());
        assertThat(last)
                .extracting(TrackedEventMessage::getIdentifier)
                .containsExactlyElementsOf(all.subList(EVENTS - 10, EVENTS).stream()
                        .map(TrackedEventMessage::getIdentifier)
                        .toList());
        assertThat(reads.count()).as("the last ten are in memory").isEqualTo(before);
    }

    private void followBySixStreams(PostgresEventStorageEngine engine) throws Exception {
        EventStore store = postgres.eventStore(engine);
        List<BlockingStream<TrackedEventMessage<?>>> streams = new ArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(STREAMS)) {
            for (int stream = 0; stream < STREAMS; stream++) {
                streams.add(store.openStream(null));
            }
            for (int number = 0; number < EVENTS; number++) {
                List<Future<Object>> read = new ArrayList<>();
                for (BlockingStream<TrackedEventMessage<?>> stream : streams) {
                    read.add(readers.submit(() -> stream.nextAvailable().getPayload()));
                }
                engine.appendEvents(event("note:1", number, note("n" + number)));
                for (Future<Object> payload : read) {
                    assertThat(payload.get(20, SECONDS)).isEqualTo(note("n" + number));
                }
            }
        } finally {
            streams.forEach(BlockingStream::close);
        }
    }

    private static List<TrackedEventMessage<?>> read(EventStore store, long after, int count) throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(new GlobalSequenceTrackingToken(after))) {
            return next(stream, count);
        }
    }

    private static List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        while (messages.size() < count && stream.hasNextAvailable(20, SECONDS)) {
            messages.add(stream.nextAvailable());
        }
        return messages;
    }
}
