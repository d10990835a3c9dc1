package io.daybook.analytics.borderviolations.kernel;

import org.apache.kafka.streams.StreamsBuilder;

/** Breaks a rule on purpose: whatever is in a package {@code kernel} is a kernel and knows no Kafka. */
class KafkaInPricing {
    StreamsBuilder builder = new StreamsBuilder();
}
