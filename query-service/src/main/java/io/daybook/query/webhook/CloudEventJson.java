package io.daybook.query.webhook;

import io.daybook.api.EventTypes;
import io.daybook.eventstore.EventRow;
import io.daybook.schema.Upcasters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents
 * JSON</a>, its data being the bytes that are stored; of an earlier revision, in today's form.
 */
final class CloudEventJson {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEventJson() {}

    static byte[] of(EventRow event) {
        byte[] payload =
                Upcasters.released().upcast(event.payloadType(), event.payloadRevision(), event.payloadBytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 400);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            begin(
                    json,
                    event.eventId(),
                    EventFilter.typeOf(event),
                    event.recordedAt().toString());
            json.writeStringProperty("subject", event.aggregateId());
            // the text form of a number: the specification's integers end at 2^31
            json.writeStringProperty("daybookposition", Long.toString(event.position()));
            json.writeStringProperty("daybooksequence", Long.toString(event.sequence()));
            String revision = EventTypes.find(event.payloadType())
                    .map(EventTypes::storedRevision)
                    .orElse(event.payloadRevision());
            if (revision != null) {
                json.writeStringProperty("daybookrevision", revision);
            }
            json.writeName("data");
            json.writeRawValue(new String(payload, StandardCharsets.UTF_8));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** A message that carries no event, to see whether it arrives. */
    static byte[] ping(String id, String time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            begin(json, id, "Ping", time);
            json.writeName("data");
            json.writeStartObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void begin(JsonGenerator json, String id, String type, String time) {
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", type);
        json.writeStringProperty("source", "daybook");
        json.writeStringProperty("time", time);
        json.writeStringProperty("datacontenttype", "application/json");
    }
}
