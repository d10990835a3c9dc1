package io.daybook.analytics.platform;

import org.apache.kafka.streams.Topology;

/** Builds the topology anew for each start of Kafka Streams, which changes the one it is given. */
@FunctionalInterface
public interface TopologySource {

    Topology build();
}
