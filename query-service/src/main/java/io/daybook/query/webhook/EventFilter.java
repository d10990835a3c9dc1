package io.daybook.query.webhook;

import io.daybook.api.EventTypes;
import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.eventstore.EventRow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that a webhook asks for.
 *
 * @param eventTypes the names of their types; none means all
 * @param entities what the ids of their entities start with; none means all but those of operations
 */
record EventFilter(List<String> eventTypes, List<String> entities) {

    /** What operators do is told to those only who ask for it by this. */
    private static final String OPERATIONS = "operation:";

    private static final int MOST_ENTITIES = 100;

    private static final Set<String> KNOWN =
            EventTypes.all().values().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    EventFilter {
        eventTypes = List.copyOf(eventTypes);
        entities = List.copyOf(entities);
    }

    /** The filter of a request; throws {@link InvalidValue}, which names the types that there are not. */
    static EventFilter of(@Nullable List<@Nullable String> eventTypes, @Nullable List<@Nullable String> entities) {
        List<String> types = given(eventTypes, "eventTypes");
        List<String> unknown =
                types.stream().filter(type -> !KNOWN.contains(type)).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidValue(
                    "eventTypes",
                    "has names of no event type: %s; there are %s"
                            .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(KNOWN))));
        }
        List<String> prefixes = given(entities, "entities");
        if (prefixes.size() > MOST_ENTITIES) {
            throw new InvalidValue("entities", "must be at most " + MOST_ENTITIES);
        }
        return new EventFilter(types, prefixes);
    }

    private static List<String> given(@Nullable List<@Nullable String> values, String field) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> Require.text(value, field))
                        .distinct()
                        .toList();
    }

    boolean matches(EventRow event) {
        return (eventTypes.isEmpty() || eventTypes.contains(typeOf(event))) && concerns(event.aggregateId());
    }

    private boolean concerns(String entity) {
        if (entity.startsWith(OPERATIONS)) {
            return entities.stream().anyMatch(prefix -> prefix.startsWith(OPERATIONS) && entity.startsWith(prefix));
        }
        return entities.isEmpty() || entities.stream().anyMatch(entity::startsWith);
    }

    /** The name of an event's type, without its package. */
    static String typeOf(EventRow event) {
        String name = event.payloadType();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
