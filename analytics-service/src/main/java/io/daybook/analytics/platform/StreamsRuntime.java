package io.daybook.analytics.platform;

import io.daybook.analytics.platform.StreamsPhase.Halted;
import io.daybook.analytics.platform.StreamsPhase.Started;
import io.daybook.analytics.platform.StreamsPhase.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final OwnAddress own;
    private final FailureBudget budget;
    private volatile StreamsPhase phase = new Waiting("Kafka Streams has not been started");
    private volatile @Nullable Thread supervisor;

    StreamsRuntime(
            AnalyticsProperties properties,
            TopologySource topology,
            SourceTopic topic,
            OwnAddress own,
            InstantSource clock) {
        this.properties = properties;
        this.topology = topology;
        this.topic = topic;
        this.own = own;
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

    String topic() {
        return topology.topic();
    }

    /** The offset after the last record of each partition. */
    Map<Integer, Long> endOffsets() {
        return topic.endOffsets(partitions());
    }

    /** The offset that the group has committed, for each partition that has one. */
    Map<Integer, Long> committedOffsets() {
        return topic.committedOffsets(StreamsSettings.applicationId(properties, topology));
    }

    AppliedPositions applied() {
        return topology.applied();
    }

    /** The number of partitions of the topic; {@link NotReady} before it is known. */
    int partitions() {
        return switch (phase) {
            case Started started -> started.partitions();
            case Waiting(String reason) -> throw new NotReady(reason);
            case Halted(String reason) -> throw new NotReady(reason);
        };
    }

    /** Whether nothing runs, so that it is of no use to ask again in a moment. */
    boolean isWaiting() {
        return !(phase instanceof Started);
    }

    /** Who has which partition, as far as it is known. */
    PartitionOwners owners() {
        return phase instanceof Started(KafkaStreams streams, int _)
                        && streams.state().isRunningOrRebalancing()
                ? PartitionOwners.of(streams, topology.topic())
                : PartitionOwners.NOBODY;
    }

    @Override
    public Optional<String> obstacle() {
        return switch (phase) {
            case Waiting(String reason) -> Optional.of(reason);
            case Halted(String reason) -> Optional.of(reason);
            case Started(KafkaStreams streams, int partitions) -> obstacleOf(streams.state(), partitions);
        };
    }

    /** Every partition is open here, or with another instance that can be asked. */
    private Optional<String> obstacleOf(KafkaStreams.State state, int partitions) {
        if (state != KafkaStreams.State.RUNNING) {
            return Optional.of("Topology " + name() + " is " + state);
        }
        Set<Integer> open = topology.applied().openPartitions();
        if (open.size() == partitions) {
            return Optional.empty();
        }
        PartitionOwners owners = owners();
        return IntStream.range(0, partitions)
                .filter(partition ->
                        !open.contains(partition) && !owners.isOwnedByAnother(partition, own.hostAndPort()))
                .mapToObj(partition -> "Partition " + partition + " of " + topology.topic()
                        + " is open neither here nor, as far as is known, elsewhere")
                .findFirst();
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
                    new KafkaStreams(topology.topology().get(), StreamsSettings.of(properties, topology, own));
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
