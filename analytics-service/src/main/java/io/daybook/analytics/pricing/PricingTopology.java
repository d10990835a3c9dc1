package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.WriteBehindStore;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * Decides about prices. Two topologies: one reads the partitions of the log, the other puts their events back in its
 * order and decides.
 *
 * <pre>
 *   daybook.events ──► pricing-sequence ──► daybook.events.sequence ──► pricing ──► daybook.events.proposals ──► courier
 *   4 partitions        at least once        1 partition                 order of positions, once each    │
 *                                                                           PricingBook (in memory)  ◄── queries
 *                                                                                │ before each commit
 *                                                                                ▼
 *                                                                           pricing-book (changelog)
 * </pre>
 *
 * <p><b>Ordering.</b> What a SKU is sold for is in one partition, its price in another, its stock in a third; the order
 * of the log is what makes a decision a function of the events. Positions are dense, so one reader of all can restore
 * it without waiting for a time.
 *
 * <p><b>Late events.</b> None by order. Business time only moves forward: a sale recorded late counts in the window
 * that runs.
 */
final class PricingTopology {

    static final String SEQUENCE = "pricing-sequence";
    static final String PRICING = "pricing";
    static final String BOOK = "pricing-book";

    private PricingTopology() {}

    static Topology sequence(String log, int origins, String sequenceTopic, AppliedPositions applied) {
        return new Topology()
                .addSource("log", new ByteArrayDeserializer(), new ByteArrayDeserializer(), log)
                .addProcessor(SEQUENCE, () -> new SequenceProcessor(origins, applied), "log")
                .addSink("sequence", sequenceTopic, new ByteArraySerializer(), new ByteArraySerializer(), SEQUENCE);
    }

    static Topology pricing(PricingProperties properties, PricingBooks books, AppliedPositions applied) {
        Proposals proposals = new Proposals();
        return new Topology()
                .addSource(
                        "sequence",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        properties.sequenceTopic())
                .addProcessor(PRICING, () -> new PricingProcessor(books, proposals, applied), "sequence")
                .addStateStore(
                        WriteBehindStore.builder(BOOK, () -> new PricingBook(properties.desk(), properties.receipts())),
                        PRICING)
                .addSink(
                        "proposals",
                        properties.proposalsTopic(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PRICING);
    }
}
