package io.daybook.analytics.platform.courier;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The errands that a consumer has read and not committed, by partition in the order of offsets. For the thread that
 * polls.
 */
final class Outstanding {

    private final Map<TopicPartition, Deque<Carried>> byPartition = new HashMap<>();
    private int size;

    private record Carried(long offset, CompletableFuture<Void> answered) {

        /** What was cancelled has no answer, and is to be carried by whoever reads it next. */
        boolean isAnswered() {
            return answered.isDone() && !answered.isCompletedExceptionally();
        }
    }

    void add(ConsumerRecord<?, ?> found, CompletableFuture<Void> answered) {
        byPartition
                .computeIfAbsent(new TopicPartition(found.topic(), found.partition()), _ -> new ArrayDeque<>())
                .add(new Carried(found.offset(), answered));
        size++;
    }

    int size() {
        return size;
    }

    /**
     * Takes away what is answered, up to the first of each partition that is not; the offsets that may be committed for
     * it.
     */
    Map<TopicPartition, OffsetAndMetadata> settle() {
        Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();
        byPartition.forEach((partition, carried) ->
                last(carried).ifPresent(offset -> settled.put(partition, new OffsetAndMetadata(offset + 1))));
        return settled;
    }

    private Optional<Long> last(Deque<Carried> carried) {
        Optional<Long> last = Optional.empty();
        while (!carried.isEmpty() && carried.element().isAnswered()) {
            last = Optional.of(carried.remove().offset());
            size--;
        }
        return last;
    }

    void dropAll() {
        drop(List.copyOf(byPartition.keySet()));
    }

    /** Gives up what another consumer will read again. */
    void drop(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Deque<Carried> carried = byPartition.remove(partition);
            if (carried != null) {
                size -= carried.size();
                carried.forEach(one -> one.answered().cancel(false));
            }
        }
    }
}
