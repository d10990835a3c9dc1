package io.daybook.analytics.window;

import java.math.BigDecimal;
import org.apache.kafka.streams.processor.api.Record;

/** Reads out of the records of a topic what a window adds up. */
interface FactReader {

    /** What a record says when it is of no concern and tells no time. */
    long NO_TIME = Long.MIN_VALUE;

    /** Who is told the facts of a record, each key once. */
    @FunctionalInterface
    interface Facts {
        void fact(String key, BigDecimal value);
    }

    /** The place of a record's event in the order of its partition; a record at or before one that was read is a repetition. */
    long positionOf(Record<byte[], byte[]> record, long offset);

    /** Tells the facts of a record and answers with its event time, or {@link #NO_TIME} where it has none that counts. */
    long read(Record<byte[], byte[]> record, Facts facts);

    /** The reader for a window. */
    static FactReader of(WindowDefinition window) {
        return switch (window.from()) {
            case "sales" -> new SalesFacts(window);
            case "activity" -> new ActivityFacts(window);
            default -> new EventFacts(window);
        };
    }
}
