package io.daybook.analytics.platform;

import io.daybook.analytics.platform.Positions.ProcessorPosition;
import io.daybook.analytics.platform.StreamsPhase.Halted;
import io.daybook.analytics.platform.StreamsPhase.Started;
import io.daybook.analytics.platform.StreamsPhase.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one topology running. Waits for the topic to exist; replaces a thread that failed, a few times a minute;
 * starts the whole anew, after a pause, when it gave up all the same. Only an {@link UnreadableRecord} halts it for
 * good.
 */
final class StreamsRuntime implements StreamsReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final int REPLACED_THREADS = 5;
    private static final Duration REPLACED_WITHIN = Duration.ofMinutes(1);

    private final AnalyticsProperties properties;
    private final TopologySource topology;
    private final SourceTopic topic;
    private final FailureBudget budget;
    private volatile StreamsPhase phase = new Waiting("Kafka Streams has not been started");
    private volatile @Nullable Thread supervisor;

    StreamsRuntime(AnalyticsProperties properties, TopologySource topology, SourceTopic topic, InstantSource clock) {
        this.properties = properties;
        this.topology = topology;
        this.topic = topic;
        this.budget = new FailureBudget(REPLACED_THREADS, REPLACED_WITHIN, clock);
    }

    String name() {
        return topology.name();
    }

    void start() {
        supervisor = Thread.ofPlatform().name("streams-" + name()).start(this::supervise);
    }

    boolean isRunning() {
        Thread thread = supervisor;
        return thread != null && thread.isAlive();
    }

    /** Tells it to stop; it takes its time, at most as long as Kafka Streams is given to close. */
    void stop() {
        Thread thread = supervisor;
        if (thread != null) {
            thread.interrupt();
        }
    }

    void awaitStop() throws InterruptedException {
        Thread thread = supervisor;
        if (thread != null && !thread.join(properties.closeTimeout().plusSeconds(1))) {
            LOG.warn("Topology {} did not close within {}", name(), properties.closeTimeout());
        }
    }

    /**
     * How far it has come. A lag of 0 means that every record there was before the call is in the stores that queries
     * read: the broker is asked for the ends of the topic first, and then the open tasks for what they have applied.
     */
    ProcessorPosition position() {
        int partitions = partitions();
        AppliedPositions applied = topology.applied();
        Map<Integer, Long> ends = topic.endOffsets(partitions);
        Map<Integer, Long> committed = everyTaskHasApplied(partitions)
                ? Map.of()
                : topic.committedOffsets(StreamsSettings.applicationId(properties, topology));
        require();
        long lag = IntStream.range(0, partitions)
                .mapToLong(partition -> Math.max(0, ends.getOrDefault(partition, 0L) - next(partition, committed)))
                .sum();
        return new ProcessorPosition(name(), applied.highestPosition(), lag);
    }

    /** A task that has applied nothing since it opened stands where its group committed. */
    private long next(int partition, Map<Integer, Long> committed) {
        return topology.applied().nextOffset(partition).orElseGet(() -> committed.getOrDefault(partition, 0L));
    }

    private boolean everyTaskHasApplied(int partitions) {
        return IntStream.range(0, partitions)
                .allMatch(partition -> topology.applied().nextOffset(partition).isPresent());
    }

    /** The number of partitions of the topic; {@link NotReady} before it is known. */
    private int partitions() {
        return switch (phase) {
            case Started started -> started.partitions();
            case Waiting(String reason) -> throw new NotReady(reason);
            case Halted(String reason) -> throw new NotReady(reason);
        };
    }

    @Override
    public Optional<String> obstacle() {
        return switch (phase) {
            case Waiting(String reason) -> Optional.of(reason);
            case Halted(String reason) -> Optional.of(reason);
            case Started(KafkaStreams streams, int partitions) -> obstacleOf(streams.state(), partitions);
        };
    }

    private Optional<String> obstacleOf(KafkaStreams.State state, int partitions) {
        if (state != KafkaStreams.State.RUNNING) {
            return Optional.of("Topology " + name() + " is " + state);
        }
        int open = topology.applied().openPartitions();
        return open == partitions
                ? Optional.empty()
                : Optional.of(
                        "This instance holds " + open + " of " + partitions + " partitions of " + topology.topic());
    }

    private void supervise() {
        try {
            runOnce();
            while (!(phase instanceof Halted)) {
                Thread.sleep(properties.restartDelay());
                runOnce();
            }
        } catch (InterruptedException e) {
            LOG.info("Topology {} was told to stop", name());
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            int partitions = topic.partitions();
            KafkaStreams streams =
                    new KafkaStreams(topology.topology().get(), StreamsSettings.of(properties, topology));
            try {
                runToTheEnd(streams, partitions);
            } finally {
                streams.close(CloseOptions.timeout(properties.closeTimeout())
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            }
        } catch (NotReady e) {
            LOG.info("Topology {} waits for {}: {}", name(), topology.topic(), e.reason());
            phase = new Waiting(e.reason());
        } catch (RuntimeException e) {
            LOG.error("Topology {} could not run; next attempt in {}", name(), properties.restartDelay(), e);
            phase = new Waiting("Topology " + name() + " could not run: " + e);
        }
    }

    private void runToTheEnd(KafkaStreams streams, int partitions) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        streams.setUncaughtExceptionHandler(this::respond);
        streams.setStateListener((now, before) -> {
            LOG.info("Topology {} went from {} to {}", name(), before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                ended.countDown();
            }
        });
        phase = new Started(streams, partitions);
        streams.start();
        ended.await();
        if (!(phase instanceof Halted)) {
            phase = new Waiting("Topology " + name() + " gave up and will be started again");
        }
    }

    private StreamThreadExceptionResponse respond(Throwable failure) {
        Optional<UnreadableRecord> unreadable = UnreadableRecord.in(failure);
        if (unreadable.isPresent()) {
            String reason = unreadable.get().reason();
            LOG.error("Topology {} is halted: {}", name(), reason, failure);
            phase = new Halted(reason);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (budget.allowsOneMore()) {
            LOG.warn("A thread of topology {} failed and is replaced", name(), failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("A thread of topology {} failed once too often; it shuts down to be started again", name(), failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
