package io.daybook.query.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.EventTypes;
import io.daybook.eventstore.EventRow;
import io.daybook.schema.UnreadableRevision;
import io.daybook.schema.Upcasters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of the log as it is shown.
 *
 * @param position the place in the log, from 1
 * @param type the name of its type, without the package
 * @param entity whose event it is, such as {@code order:536365}
 * @param entityType what stands before the colon; empty where nothing does
 * @param sequence the place among the events of the entity, from 0
 * @param actor who acted: the subject of an access token, or the name of an automation
 * @param correlationId what all that follows from one request has in common
 * @param causationId the event or the request that led to it
 * @param command which command decided it
 * @param payloadType the stored name of the type
 * @param revision the one that is stored; null for the first
 * @param payload as it is stored, or in today's form: personal data is sealed in it
 * @param payloadRevision of the payload as it is shown, where today's form was asked for; absent where it is as stored
 */
record RecordedEvent(
        long position,
        String eventId,
        String type,
        String entity,
        String entityType,
        long sequence,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String command,
        String payloadType,
        @Nullable String revision,
        JsonNode payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer payloadRevision) {

    /** Reads numbers as they are written. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static RecordedEvent of(EventRow row) {
        JsonNode metadata = read(row.metadataBytes());
        String entity = row.aggregateId();
        return new RecordedEvent(
                row.position(),
                row.eventId(),
                simple(row.payloadType()),
                entity,
                entity.substring(0, Math.max(0, entity.indexOf(':'))),
                row.sequence(),
                row.recordedAt(),
                text(metadata, "actor"),
                text(metadata, "correlationId"),
                text(metadata, "causationId"),
                text(metadata, "command"),
                row.payloadType(),
                row.payloadRevision(),
                read(row.payloadBytes()),
                null);
    }

    /** The same with its payload in today's form; as it is where this version cannot make that of it. */
    RecordedEvent ofToday() {
        Class<?> known = EventTypes.find(payloadType).orElse(null);
        if (known == null) {
            return this;
        }
        try {
            JsonNode today = Upcasters.released().isCurrent(payloadType, revision)
                    ? payload
                    : read(Upcasters.released().upcast(payloadType, revision, EXACT.writeValueAsBytes(payload)));
            return with(today, EventTypes.revision(known));
        } catch (UnreadableRevision _) {
            return this;
        }
    }

    private RecordedEvent with(JsonNode shown, int shownRevision) {
        return new RecordedEvent(
                position,
                eventId,
                type,
                entity,
                entityType,
                sequence,
                recordedAt,
                actor,
                correlationId,
                causationId,
                command,
                payloadType,
                revision,
                shown,
                shownRevision);
    }

    /** The name of a type without its package. */
    static String simple(String payloadType) {
        return payloadType.substring(payloadType.lastIndexOf('.') + 1);
    }

    private static @Nullable String text(JsonNode metadata, String name) {
        JsonNode value = metadata.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    /** What is no JSON is shown as the text that it is. */
    private static JsonNode read(byte[] bytes) {
        try {
            return EXACT.readTree(bytes);
        } catch (JacksonException _) {
            return EXACT.getNodeFactory().stringNode(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
