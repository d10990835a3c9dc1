package io.daybook.analytics.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.platform.AppliedPositions;
import io.daybook.analytics.platform.UnreadableRecord;
import io.daybook.analytics.pricing.facts.ShopEventReader;
import io.daybook.analytics.pricing.facts.StoredEvent;
import io.daybook.analytics.pricing.kernel.ShopEvent;
import io.daybook.api.EventHeaders;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Forwards each event of a partition of the log: most of them as no more than their position. */
final class SequenceProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final byte[] NO_KEY = new byte[0];

    private final int origins;
    private final AppliedPositions applied;
    private final ShopEventReader reader = new ShopEventReader();
    private @Nullable ProcessorContext<byte[], byte[]> context;

    SequenceProcessor(int origins, AppliedPositions applied) {
        this.origins = origins;
        this.applied = applied;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
        context = opened;
        applied.opened(opened.taskId().partition(), 0);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], byte[]> running = Objects.requireNonNull(context, "init comes first");
        RecordMetadata place = running.recordMetadata().orElseThrow();
        SequencedEvent event = read(record, place);
        running.forward(new Record<>(NO_KEY, event.bytes(), record.timestamp()));
        applied.applied(place.partition(), place.offset(), event.position());
    }

    private SequencedEvent read(Record<byte[], byte[]> record, RecordMetadata place) {
        Headers headers = record.headers();
        Long position = null;
        try {
            position = Long.parseLong(text(headers, EventHeaders.POSITION));
            ShopEvent event = reader.read(new StoredEvent(
                    position,
                    Long.parseLong(text(headers, EventHeaders.SEQUENCE)),
                    text(headers, EventHeaders.TYPE),
                    textOrNull(headers, EventHeaders.REVISION),
                    Instant.parse(text(headers, EventHeaders.TIME)),
                    Objects.requireNonNull(record.value(), "The record has no payload")));
            if (event.facts().isEmpty()) {
                return new SequencedEvent(place.partition(), origins, "", "", event);
            }
            String id = text(headers, EventHeaders.ID);
            String correlation = textOrNull(headers, EventHeaders.CORRELATION);
            return new SequencedEvent(place.partition(), origins, id, correlation == null ? id : correlation, event);
        } catch (RuntimeException e) {
            throw new UnreadableRecord(place.topic(), place.partition(), place.offset(), position, e);
        }
    }

    private static String text(Headers headers, String name) {
        String text = textOrNull(headers, name);
        if (text == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return text;
    }

    private static @Nullable String textOrNull(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value().length == 0 ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        if (context != null) {
            applied.closed(context.taskId().partition());
        }
    }
}
