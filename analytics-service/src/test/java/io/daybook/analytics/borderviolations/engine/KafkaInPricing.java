package io.daybook.analytics.borderviolations.engine;

import org.apache.kafka.streams.StreamsBuilder;

/** Breaks a rule on purpose: whatever is in a package {@code engine} is a kernel and knows no Kafka. */
class KafkaInPricing {
    StreamsBuilder builder = new StreamsBuilder();
}
