package io.daybook.analytics.borderviolations;

import org.apache.kafka.streams.Topology;

/** A kernel that knows Kafka. */
final class EngineInKernelViolation {

    Topology topology = new Topology();
}
