package io.daybook.analytics.platform;

import org.apache.kafka.streams.KafkaStreams;

/** Where Kafka Streams is in its life. */
sealed interface StreamsPhase {

    /** Nothing runs; it will be tried again. */
    record Waiting(String reason) implements StreamsPhase {}

    /** Kafka Streams has been started for a log of so many partitions. */
    record Started(KafkaStreams streams, int partitions) implements StreamsPhase {}

    /** Nothing runs, and trying again would end the same: somebody has to look. */
    record Halted(String reason) implements StreamsPhase {}
}
