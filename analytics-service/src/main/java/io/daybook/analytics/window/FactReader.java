package io.daybook.analytics.window;

import org.apache.kafka.streams.processor.api.Record;

/** Reads out of the records of a topic what a window adds up. */
interface FactReader {

    /**
     * The place of a record's event in the order of its partition; a record at or before one that was read is a
     * repetition.
     */
    long positionOf(Record<byte[], byte[]> record, long offset);

    Reading read(Record<byte[], byte[]> record);

    /** The reader for a window. */
    static FactReader of(WindowDefinition window) {
        return switch (window.from()) {
            case "sales" -> new SalesFacts(window);
            case "activity" -> new ActivityFacts(window);
            default -> new EventFacts(window);
        };
    }
}
