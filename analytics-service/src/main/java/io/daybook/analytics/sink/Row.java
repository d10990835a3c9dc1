package io.daybook.analytics.sink;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of a record. */
sealed interface Row {

    ConsumerRecord<byte[], byte[]> origin();

    /**
     * Values to write, in the order of the fields; a missing one is null.
     */
    record Fit(ConsumerRecord<byte[], byte[]> origin, List<@Nullable JsonNode> values) implements Row {}

    /** A record that cannot be written, and why not. */
    record Unfit(ConsumerRecord<byte[], byte[]> origin, String reason) implements Row {}
}
