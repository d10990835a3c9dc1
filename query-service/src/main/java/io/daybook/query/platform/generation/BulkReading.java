package io.daybook.query.platform.generation;

import io.daybook.api.EventTypes;
import io.daybook.eventstore.EventLog;
import io.daybook.eventstore.EventPayload;
import io.daybook.query.platform.model.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a range of the log once, and deals its events out to workers by their aggregates: each sees the events of its
 * aggregates in order, decodes them, and shares nothing with the others.
 */
public final class BulkReading {

    private static final int CHUNK = 2_000;
    private static final int WAITING_CHUNKS = 8;
    private static final List<EventPayload> END = List.of();

    private final EventLog log;
    private final EventDecoder decoder;
    private final Set<String> wanted;

    /** What a worker does with its events; made and used by one thread. */
    public interface Worker {

        void apply(List<Recorded<Object>> chunk) throws Exception;

        /** After the last chunk. */
        void end() throws Exception;
    }

    /** Makes the worker of a number; runs in the worker's thread. */
    @FunctionalInterface
    public interface Workers {
        Worker number(int worker) throws Exception;
    }

    /**
     * A reading.
     *
     * @param wanted the types of events that concern anybody
     */
    public BulkReading(EventLog log, EventDecoder decoder, Predicate<Class<?>> wanted) {
        this.log = log;
        this.decoder = decoder;
        this.wanted = EventTypes.all().entrySet().stream()
                .filter(type -> wanted.test(type.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the events after a position up to another with so many workers; throws what a worker threw. */
    public void run(long after, long until, int count, Workers workers, BuildProgress progress) {
        List<Lane> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count + 1, new BackgroundThreads("bulk-"))) {
            try {
                for (int number = 0; number < count; number++) {
                    Lane lane = new Lane();
                    lane.start(threads, workers, number);
                    lanes.add(lane);
                }
                await(threads.submit(() -> read(after, until, lanes, progress)));
                lanes.forEach(Lane::end);
                lanes.forEach(Lane::await);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void read(long after, long until, List<Lane> lanes, BuildProgress progress) {
        log.read(after, until, row -> {
            if (wanted.contains(row.payloadType())) {
                lanes.get(Math.floorMod(spread(row.aggregateId()), lanes.size()))
                        .add(row);
            }
            if (row.position() % CHUNK == 0) {
                progress.passed(CHUNK);
            }
        });
        progress.passed(Math.floorMod(until - after, CHUNK));
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            // the reader's failure may be a worker's, told already
            throw e.getCause() instanceof IllegalStateException told
                    ? told
                    : new IllegalStateException("Reading in bulk failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
    }

    private static int spread(String aggregateId) {
        int hash = aggregateId.hashCode();
        return hash ^ (hash >>> 16);
    }

    /** The way from the reader to one worker. */
    private final class Lane {

        private final BlockingQueue<List<EventPayload>> chunks = new ArrayBlockingQueue<>(WAITING_CHUNKS);
        private List<EventPayload> next = new ArrayList<>(CHUNK);
        private @Nullable Future<?> working;

        void start(ExecutorService threads, Workers workers, int number) {
            working = threads.submit(() -> {
                Worker worker = workers.number(number);
                while (true) {
                    List<EventPayload> chunk = chunks.take();
                    if (chunk.isEmpty()) {
                        worker.end();
                        return null;
                    }
                    worker.apply(decoded(chunk));
                }
            });
        }

        private List<Recorded<Object>> decoded(List<EventPayload> chunk) {
            List<Recorded<Object>> events = new ArrayList<>(chunk.size());
            for (EventPayload row : chunk) {
                events.add(decoder.decode(row));
            }
            return events;
        }

        void add(EventPayload row) {
            next.add(row);
            if (next.size() == CHUNK) {
                hand(next);
                next = new ArrayList<>(CHUNK);
            }
        }

        void end() {
            if (!next.isEmpty()) {
                hand(next);
            }
            hand(END);
        }

        private void hand(List<EventPayload> chunk) {
            try {
                while (!chunks.offer(chunk, 1, TimeUnit.SECONDS)) {
                    Future<?> worker = working;
                    if (worker != null && worker.isDone()) {
                        await();
                        throw new IllegalStateException("A worker ended before its events did");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while reading the log", e);
            }
        }

        void await() {
            Future<?> worker = working;
            if (worker != null) {
                BulkReading.await(worker);
            }
        }
    }
}
