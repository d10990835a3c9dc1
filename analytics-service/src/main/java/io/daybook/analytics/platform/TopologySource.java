package io.daybook.analytics.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A topology that a context hands in to be run, apart from all others: with its own threads, group and stores.
 *
 * @param applied how far its open tasks have come; also names it
 * @param version what its stores depend on beside the records, such as the width of a pane: another version is another
 *     application, which reads its topic from the beginning; letters, digits, {@code . _ -}
 * @param topic the topic that it reads
 * @param commitInterval how often it commits; null as all do that set nothing. What it writes to topics is seen after the commit
 * @param topology builds it anew for each start of Kafka Streams, which changes the one it is given
 */
public record TopologySource(
        AppliedPositions applied,
        String version,
        String topic,
        @Nullable Duration commitInterval,
        Supplier<Topology> topology) {

    public TopologySource(AppliedPositions applied, String version, String topic, Supplier<Topology> topology) {
        this(applied, version, topic, null, topology);
    }

    String name() {
        return applied.processor();
    }
}
