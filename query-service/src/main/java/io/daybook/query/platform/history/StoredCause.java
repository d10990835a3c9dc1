package io.daybook.query.platform.history;

import io.daybook.eventstore.EventRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why an event happened, as its metadata has it; null for what it does not say. */
record StoredCause(
        @Nullable String command,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId) {

    static StoredCause of(EventRow event, JsonMapper mapper) {
        JsonNode metadata = mapper.readTree(event.metadataBytes());
        return new StoredCause(
                text(metadata, "command"),
                text(metadata, "actor"),
                text(metadata, "correlationId"),
                text(metadata, "causationId"));
    }

    private static @Nullable String text(JsonNode metadata, String key) {
        JsonNode value = metadata.get(key);
        return value == null || !value.isString() ? null : value.asString();
    }
}
