package io.daybook.analytics.window;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a topic of results: the bytes, null where the key's result no longer stands, and the partition of the
 * task that found it. Results of one task lie in one partition in the order in which they were found.
 */
record Row(@Nullable Bytes json, int partition) {

    static Serializer<Row> serializer() {
        return (topic, row) -> row.json() == null ? null : row.json().get();
    }

    static StreamPartitioner<byte[], Row> byTask() {
        return (topic, key, row, partitions) -> Optional.of(Set.of(row.partition() % partitions));
    }
}
