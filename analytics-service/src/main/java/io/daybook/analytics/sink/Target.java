package io.daybook.analytics.sink;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where a sink writes to. Used by one thread. */
interface Target extends AutoCloseable {

    /**
     * Writes rows, and with them how far they go: both or neither.
     *
     * @param rows in the order of each partition
     * @param next the offset after the last one taken from each partition, of rows that were passed over too
     */
    void write(List<Row> rows, Map<TopicPartition, Long> next) throws TargetFailure, InterruptedException;

    /** How far what is written goes, per partition, of those that it knows of; others start where the group stands. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws TargetFailure;

    /** Whether the group's offsets go with what is written, so that nobody else must commit them. */
    default boolean commits() {
        return false;
    }

    @Override
    void close();

    /** Opens the target for one life of a consumer. */
    @FunctionalInterface
    interface Opening {
        Target open(KafkaConsumer<byte[], byte[]> consumer) throws TargetFailure;
    }

    /** The target cannot be written now; the same rows may be tried again on a newly opened one. */
    final class TargetFailure extends Exception {
        TargetFailure(String message) {
            super(message);
        }

        TargetFailure(String message, Throwable cause) {
            super(message + ": " + cause.getMessage(), cause);
        }
    }
}
