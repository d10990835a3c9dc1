package io.daybook.analytics.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.schema.Upcasters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the event log. Most book nothing: those are told by their type header, and their payload
 * is never parsed.
 */
public final class BookedEventReader {

    private static final Map<String, Class<? extends OrderEvent>> TYPES = BookingKernel.BOOKED_EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private final BookedEventParser parser = new BookedEventParser();

    /** The position of the record's event in the store. */
    public long positionOf(Headers headers) {
        return Long.parseLong(
                new String(required(headers, EventHeaders.POSITION).value(), UTF_8));
    }

    /** What the event of a record books; empty where it is of another type, or books nothing. */
    public Optional<Booking> booking(Headers headers, byte @Nullable [] payload) {
        Header revision = headers.lastHeader(EventHeaders.REVISION);
        return booking(
                text(required(headers, EventHeaders.TYPE)),
                revision == null || revision.value().length == 0 ? null : text(revision),
                payload);
    }

    /** What an event books, by the name of its type and its revision as they are stored. */
    public Optional<Booking> booking(String typeName, @Nullable String revision, byte @Nullable [] payload) {
        Class<? extends OrderEvent> type = TYPES.get(typeName);
        if (type == null) {
            return Optional.empty();
        }
        if (payload == null) {
            throw new IllegalArgumentException("The record has no payload");
        }
        byte[] today = Upcasters.released().upcast(type.getName(), revision, payload);
        return BookingKernel.bookingOf(parser.parse(type, today));
    }

    private static Header required(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return header;
    }

    private static String text(Header header) {
        return new String(header.value(), UTF_8);
    }
}
