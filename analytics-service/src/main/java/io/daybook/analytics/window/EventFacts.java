package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/** Events of the store, counted by type without a look into them, at the time at which they were recorded. */
final class EventFacts implements FactReader {

    private final WindowDefinition window;

    EventFacts(WindowDefinition window) {
        this.window = window;
    }

    @Override
    public long positionOf(Record<byte[], byte[]> record, long offset) {
        return Long.parseLong(header(record, EventHeaders.POSITION));
    }

    @Override
    public Reading read(Record<byte[], byte[]> record) {
        String key = window.key().equals("type") ? typeOf(record) : Group.ALL;
        return new Reading.Facts(
                Instant.parse(header(record, EventHeaders.TIME)).toEpochMilli(),
                null,
                List.of(new Reading.Fact(key, BigDecimal.ONE)));
    }

    /** The name without its package. */
    private static String typeOf(Record<byte[], byte[]> record) {
        String type = header(record, EventHeaders.TYPE);
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return new String(header.value(), UTF_8);
    }
}
