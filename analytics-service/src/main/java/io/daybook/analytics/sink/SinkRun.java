package io.daybook.analytics.sink;

import io.daybook.analytics.sink.SinkStatus.State;
import io.daybook.analytics.sink.Target.TargetFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a sink, on a thread of its own: it opens consumer and target, moves records from one to the other, and
 * starts anew, after a pause that grows, when one of them fails. Nothing of it stops the service or another sink.
 */
final class SinkRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkRun.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final SinkProperties.Sink sink;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Target.Opening opening;
    private final RowReader reader;
    private final InstantSource clock;
    private volatile SinkStatus status;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> running;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;

    SinkRun(
            String name,
            SinkProperties.Sink sink,
            Supplier<KafkaConsumer<byte[], byte[]>> consumers,
            Target.Opening opening,
            InstantSource clock) {
        this.sink = sink;
        this.consumers = consumers;
        this.opening = opening;
        this.reader = new RowReader(sink.where(), sink.columns());
        this.clock = clock;
        this.status = SinkStatus.of(name, sink);
    }

    SinkStatus status() {
        return status;
    }

    /** Lets it end after what it is writing. */
    void stop() {
        stop.countDown();
        KafkaConsumer<byte[], byte[]> consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                try (KafkaConsumer<byte[], byte[]> consumer = consumers.get()) {
                    running = consumer;
                    live(consumer);
                } catch (WakeupException e) {
                    LOG.debug("Sink {} is told to stop", status.name());
                } catch (TargetFailure | KafkaException e) {
                    failed(e);
                } finally {
                    running = null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        status = status.at(State.STOPPED);
    }

    private void live(KafkaConsumer<byte[], byte[]> consumer) throws TargetFailure, InterruptedException {
        try (Target target = opening.open(consumer)) {
            consumer.subscribe(List.of(sink.from()), new StartWhereTheTargetIs(consumer, target));
            while (!isStopping()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    move(records, consumer, target);
                }
                status = status.at(lag(consumer), places(consumer));
            }
        }
    }

    private void move(ConsumerRecords<byte[], byte[]> records, KafkaConsumer<byte[], byte[]> consumer, Target target)
            throws TargetFailure, InterruptedException {
        List<Row> rows = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> found : records) {
            Optional<Row> row = reader.read(found);
            row.ifPresent(rows::add);
        }
        Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
        target.write(
                rows,
                next.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, place -> place.getValue().offset())));
        if (!target.commits()) {
            // for those who look at the group; the target knows better
            consumer.commitSync(next);
        }
        long rejected = rows.stream().filter(Row.Unfit.class::isInstance).count();
        status = status.wrote(rows.size() - rejected, rejected, (long) records.count() - rows.size());
        pause = FIRST_PAUSE;
    }

    private static @Nullable Long lag(KafkaConsumer<byte[], byte[]> consumer) {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong of = consumer.currentLag(partition);
            if (of.isEmpty()) {
                return null;
            }
            lag += of.getAsLong();
        }
        return consumer.assignment().isEmpty() ? null : lag;
    }

    private static Map<Integer, Long> places(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream().collect(Collectors.toMap(TopicPartition::partition, consumer::position));
    }

    private void failed(Exception failure) throws InterruptedException {
        if (isStopping()) {
            return;
        }
        Throwable cause = failure.getCause() instanceof TargetFailure within ? within : failure;
        String why = String.valueOf(cause.getMessage());
        if (!why.equals(status.error()) || status.state() != State.RETRYING) {
            LOG.warn("Sink {} was interrupted and is tried again in {}: {}", status.name(), pause, why);
        }
        status = status.failed(why, clock.instant());
        boolean _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** When partitions come to this instance, it reads on from what its target holds. */
    private record StartWhereTheTargetIs(KafkaConsumer<byte[], byte[]> consumer, Target target)
            implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                target.positions(partitions).forEach(consumer::seek);
            } catch (TargetFailure e) {
                throw new KafkaException(e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
    }
}
