package io.daybook.analytics.platform.courier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one road, on a thread of its own, and commits what is answered. After a failure of Kafka it begins anew from
 * there.
 */
final class Courier implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(200);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_OUTSTANDING = 500;

    private final Road road;
    private final RoadTopics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Carrier carrier;
    private final InstantSource clock;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> running;

    Courier(
            Road road,
            RoadTopics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Carrier carrier,
            InstantSource clock) {
        this.road = road;
        this.topics = topics;
        this.consumers = consumers;
        this.carrier = carrier;
        this.clock = clock;
    }

    Road road() {
        return road;
    }

    void stop() {
        stopping = true;
        Consumer<byte[], byte[]> consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            Outstanding outstanding = new Outstanding();
            committed.clear();
            try {
                topics.makeFor(road);
                try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                    running = consumer;
                    consumer.subscribe(List.of(road.topic()), new Handover(consumer, outstanding));
                    read(consumer, outstanding);
                } finally {
                    running = null;
                    outstanding.dropAll();
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The courier of {} is told to stop", road.name());
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("Road {} cannot be read; tried again in a moment", road.name(), e);
                rest();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, Outstanding outstanding) {
        while (!stopping) {
            boolean isBusy = outstanding.size() > 0;
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(isBusy ? BUSY_POLL : IDLE_POLL)) {
                outstanding.add(found, carried(found));
            }
            commit(consumer, outstanding);
            if (outstanding.size() > MOST_OUTSTANDING) {
                consumer.pause(consumer.assignment());
            } else {
                consumer.resume(consumer.paused());
            }
        }
    }

    private CompletableFuture<Void> carried(ConsumerRecord<byte[], byte[]> found) {
        if (road.isTooLateFor(Instant.ofEpochMilli(found.timestamp()), clock.instant())) {
            LOG.debug("What is at offset {} of {} is too old", found.offset(), found.topic());
            return CompletableFuture.completedFuture(null);
        }
        try {
            return carrier.carry(Errand.of(found.key(), found.value(), found.headers()));
        } catch (IllegalArgumentException e) {
            LOG.error("What is at offset {} of {} is passed over", found.offset(), found.topic(), e);
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * Where nothing is under way it also commits past the marks of transactions, so that what waits can be told by
     * offsets.
     */
    private void commit(Consumer<byte[], byte[]> consumer, Outstanding outstanding) {
        Map<TopicPartition, OffsetAndMetadata> settled = outstanding.settle();
        if (outstanding.size() == 0) {
            for (TopicPartition partition : consumer.assignment()) {
                settled.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
        }
        settled.entrySet().removeIf(place -> place.getValue().equals(committed.get(place.getKey())));
        if (!settled.isEmpty()) {
            consumer.commitAsync(settled, null);
            committed.putAll(settled);
        }
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** What goes to another instance is committed as far as it is answered, and given up. */
    private final class Handover implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private final Outstanding outstanding;

        Handover(Consumer<byte[], byte[]> consumer, Outstanding outstanding) {
            this.consumer = consumer;
            this.outstanding = outstanding;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            consumer.commitSync(outstanding.settle());
            outstanding.drop(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            outstanding.drop(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            committed.keySet().removeAll(partitions);
        }
    }
}
