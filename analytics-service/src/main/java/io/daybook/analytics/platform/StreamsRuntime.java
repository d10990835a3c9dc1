package io.daybook.analytics.platform;

import io.daybook.analytics.platform.StreamsPhase.Halted;
import io.daybook.analytics.platform.StreamsPhase.Started;
import io.daybook.analytics.platform.StreamsPhase.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps Kafka Streams running. Waits for the topic to exist; replaces a thread that failed, a few times a minute;
 * starts the whole anew, after a pause, when it gave up all the same. Only an {@link UnreadableRecord} halts it for
 * good.
 */
final class StreamsRuntime implements SmartLifecycle, StreamsReadiness {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final int REPLACED_THREADS = 5;
    private static final Duration REPLACED_WITHIN = Duration.ofMinutes(1);

    private final AnalyticsProperties properties;
    private final TopologySource topology;
    private final EventTopic topic;
    private final AppliedPositions applied;
    private final FailureBudget budget;
    private volatile StreamsPhase phase = new Waiting("Kafka Streams has not been started");
    private volatile @Nullable Thread supervisor;

    StreamsRuntime(
            AnalyticsProperties properties,
            TopologySource topology,
            EventTopic topic,
            AppliedPositions applied,
            InstantSource clock) {
        this.properties = properties;
        this.topology = topology;
        this.topic = topic;
        this.applied = applied;
        this.budget = new FailureBudget(REPLACED_THREADS, REPLACED_WITHIN, clock);
    }

    @Override
    public void start() {
        supervisor = Thread.ofPlatform().name("streams-supervisor").start(this::supervise);
    }

    @Override
    public boolean isRunning() {
        Thread thread = supervisor;
        return thread != null && thread.isAlive();
    }

    @Override
    public void stop() {
        Thread thread = supervisor;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(properties.closeTimeout().plusSeconds(1))) {
                LOG.warn("Kafka Streams did not close within {}", properties.closeTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of partitions of the log; {@link NotReady} before it is known. */
    int partitions() {
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
            return Optional.of("Kafka Streams is " + state);
        }
        int open = applied.openPartitions();
        return open == partitions
                ? Optional.empty()
                : Optional.of("This instance holds " + open + " of " + partitions + " partitions");
    }

    private void supervise() {
        try {
            runOnce();
            while (!(phase instanceof Halted)) {
                Thread.sleep(properties.restartDelay());
                runOnce();
            }
        } catch (InterruptedException e) {
            LOG.info("Kafka Streams was told to stop");
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            int partitions = topic.partitions();
            KafkaStreams streams = new KafkaStreams(topology.build(), StreamsSettings.of(properties));
            try {
                runToTheEnd(streams, partitions);
            } finally {
                streams.close(CloseOptions.timeout(properties.closeTimeout())
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            }
        } catch (NotReady e) {
            LOG.info("Waiting for the event log: {}", e.reason());
            phase = new Waiting(e.reason());
        } catch (RuntimeException e) {
            LOG.error("Kafka Streams could not run; next attempt in {}", properties.restartDelay(), e);
            phase = new Waiting("Kafka Streams could not run: " + e);
        }
    }

    private void runToTheEnd(KafkaStreams streams, int partitions) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        streams.setUncaughtExceptionHandler(this::respond);
        streams.setStateListener((now, before) -> {
            LOG.info("Kafka Streams went from {} to {}", before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                ended.countDown();
            }
        });
        phase = new Started(streams, partitions);
        streams.start();
        ended.await();
        if (!(phase instanceof Halted)) {
            phase = new Waiting("Kafka Streams gave up and will be started again");
        }
    }

    private StreamThreadExceptionResponse respond(Throwable failure) {
        Optional<UnreadableRecord> unreadable = UnreadableRecord.in(failure);
        if (unreadable.isPresent()) {
            String reason = unreadable.get().reason();
            LOG.error("Halted: {}", reason, failure);
            phase = new Halted(reason);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (budget.allowsOneMore()) {
            LOG.warn("A stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("A stream thread failed once too often; Kafka Streams shuts down to be started again", failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
