package io.daybook.schema;

import io.daybook.api.EventTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an event type, read off its record.
 *
 * @param name of the type, without its package
 * @param payloadType the name that is stored with its events
 * @param revision in which it is written today, from 1; an event of the first is stored without one
 * @param deprecated whether no new events of it are to be expected
 * @param schema of its payload today, in JSON Schema 2020-12: a field that is not among the required may be absent,
 *     {@code x-personal-data} marks one that is sealed under its customer's key
 */
public record EventSchema(String name, String payloadType, int revision, boolean deprecated, JsonNode schema) {

    private static final List<EventSchema> ALL = EventTypes.all().values().stream()
            .map(EventSchema::of)
            .sorted(Comparator.comparing(EventSchema::name))
            .toList();

    private static EventSchema of(Class<?> type) {
        return new EventSchema(
                type.getSimpleName(),
                type.getName(),
                EventTypes.revision(type),
                type.isAnnotationPresent(Deprecated.class),
                PayloadSchema.of(type));
    }

    /** Those of all types, by their names. */
    public static List<EventSchema> all() {
        return ALL;
    }

    /** That of a type by its name, with or without the package. */
    public static Optional<EventSchema> find(String name) {
        return ALL.stream()
                .filter(type -> type.name().equals(name) || type.payloadType().equals(name))
                .findFirst();
    }
}
