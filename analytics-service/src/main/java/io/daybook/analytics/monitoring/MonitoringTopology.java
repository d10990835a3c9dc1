package io.daybook.analytics.monitoring;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.WriteBehindStore;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * Makes alerts of facts, in one task.
 *
 * <pre>
 *   daybook.events.facts ──source──► monitoring: by position, into minutes, past the watches ──sink──► daybook.events.alerts ──► courier
 *     (one partition)        ▲           │             │ before each commit
 *                            │           ▼             ▼
 *                            └── heartbeats        monitoring-book (changelog): open and closed minutes, watches and their state
 * </pre>
 *
 * <p><b>Ordering.</b> Events are taken in the order of their positions, which are dense; so whatever the order of
 * partitions, the same log gives the same minutes and the same alerts, byte for byte. Heartbeats and visits have their
 * place in the topic of facts: whoever reads that from the beginning sees them where they were.
 *
 * <p><b>Late events.</b> Those of a closed minute count in the earliest that is open, or correct the history where they
 * were recorded more than an hour after they happened; they are counted.
 */
final class MonitoringTopology {

    static final String NAME = "monitoring";
    static final String BOOK = "monitoring-book";
    static final String ALERTS = "alerts";
    static final String HEARTBEATS = "heartbeats";

    private final MonitoringProperties properties;
    private final OpenMonitor open;
    private final AppliedPositions applied;

    MonitoringTopology(MonitoringProperties properties, OpenMonitor open, AppliedPositions applied) {
        this.properties = properties;
        this.open = open;
        this.applied = applied;
    }

    Topology build() {
        return new Topology()
                .addSource("facts", new ByteArrayDeserializer(), new ByteArrayDeserializer(), properties.factsTopic())
                .addProcessor(NAME, () -> new MonitoringProcessor(properties, open, applied), "facts")
                .addStateStore(WriteBehindStore.builder(BOOK, () -> new MonitorBook(properties)), NAME)
                .addSink(ALERTS, properties.alertsTopic(), new ByteArraySerializer(), new ByteArraySerializer(), NAME)
                .addSink(
                        HEARTBEATS,
                        properties.factsTopic(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        NAME);
    }
}
