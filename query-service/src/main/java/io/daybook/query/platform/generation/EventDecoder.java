package io.daybook.query.platform.generation;

import io.daybook.api.EventTypes;
import io.daybook.eventstore.EventPayload;
import io.daybook.eventstore.EventRow;
import io.daybook.query.platform.model.Recorded;
import io.daybook.schema.Upcasters;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/**
 * Reads stored payloads of any released revision by the very mapper of the serializer that wrote them, without the
 * messages around them.
 */
@Component
public final class EventDecoder {

    private final ObjectMapper mapper;
    private final Upcasters upcasters = Upcasters.released();
    private final Map<String, Optional<ObjectReader>> readers = new ConcurrentHashMap<>();

    EventDecoder(@Qualifier("eventSerializer") Serializer serializer) {
        if (!(serializer instanceof Jackson3Serializer json)) {
            throw new IllegalStateException("Events are read as JSON; the serializer is " + serializer.getClass());
        }
        this.mapper = json.getObjectMapper();
    }

    /** The class of a stored type; null for one this version does not know. */
    public @Nullable Class<?> type(EventRow row) {
        return EventTypes.find(row.payloadType()).orElse(null);
    }

    /** The event in a row of a known type. */
    public Recorded<Object> decode(EventRow row) {
        return decode(new EventPayload(
                row.position(),
                row.aggregateId(),
                row.sequence(),
                row.recordedAt(),
                row.payloadType(),
                row.payloadRevision(),
                row.payloadBytes()));
    }

    /** The event that a payload of a known type is. */
    public Recorded<Object> decode(EventPayload payload) {
        ObjectReader reader = readers.computeIfAbsent(
                        payload.payloadType(), name -> EventTypes.find(name).map(mapper::readerFor))
                .orElseThrow(
                        () -> new IllegalArgumentException("Not an event of this version: " + payload.payloadType()));
        return new Recorded<>(
                reader.readValue(upcasters.upcast(payload.payloadType(), payload.payloadRevision(), payload.bytes())),
                payload.aggregateId(),
                payload.position(),
                payload.sequence(),
                payload.recordedAt());
    }
}
