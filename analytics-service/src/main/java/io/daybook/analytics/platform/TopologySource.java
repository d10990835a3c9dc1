package io.daybook.analytics.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
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

    /**
     * Settings of a consumer for which records gather for a moment, if there are few: where they come one by one, to
     * fetch one costs many times what it takes to read it. For all but those on whom an answer waits.
     */
    public static final Map<String, Object> GATHERING =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);

    public TopologySource {
        settings = Map.copyOf(settings);
    }

    /** A topology with the settings of all. */
    public TopologySource(AppliedPositions applied, String version, String topic, Supplier<Topology> topology) {
        this(applied, version, topic, topology, Map.of());
    }

    /** These settings of a topology, with records that gather. */
    public static Map<String, Object> gathering(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        GATHERING.forEach((name, value) -> all.put(StreamsConfig.mainConsumerPrefix(name), value));
        return all;
    }

    String name() {
        return applied.processor();
    }
}
