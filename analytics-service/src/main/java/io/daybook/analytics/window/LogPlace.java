package io.daybook.analytics.window;

import io.daybook.analytics.platform.UnreadableRecord;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lies in the log; what cannot be read there is told with its place. */
record LogPlace(String topic, int partition, long offset) {

    static LogPlace of(ProcessorContext<?, ?> context) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new LogPlace(metadata.topic(), metadata.partition(), metadata.offset());
    }

    <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new UnreadableRecord(topic, partition, offset, null, e);
        }
    }
}
