package io.daybook.analytics.platform;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/**
 * A topology that a context hands in to be run, apart from all others: with its own threads, group and stores.
 *
 * @param applied how far its open tasks have come; also names it
 * @param version what its stores depend on beside the records, such as the width of a pane: another version is another
 *     application, which reads its topic from the beginning; letters, digits, {@code . _ -}
 * @param topic the topic that it reads
 * @param topology builds it anew for each start of Kafka Streams, which changes the one it is given
 * @param settings of Kafka Streams that take the place of those of all topologies
 */
public record TopologySource(
        AppliedPositions applied,
        String version,
        String topic,
        Supplier<Topology> topology,
        Map<String, Object> settings) {

    public TopologySource {
        settings = Map.copyOf(settings);
    }

    /** A topology with the settings of all. */
    public TopologySource(AppliedPositions applied, String version, String topic, Supplier<Topology> topology) {
        this(applied, version, topic, topology, Map.of());
    }

    String name() {
        return applied.processor();
    }
}
