package io.daybook.query.platform.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two JSON values, field by field. The items of a list are told apart by the first of some keys
 * that all of them have, so that one more is one difference; a list of anything else differs as a whole. A field that
 * is null is none.
 */
final class Differences {

    private static final List<String> NATURAL_KEYS = List.of("line", "id", "reservationId", "sku", "name");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

    private final List<FieldDifference> found = new ArrayList<>();

    private Differences() {}

    /** The differences in the order of the later value's fields, then those of fields that it has not. */
    static List<FieldDifference> between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare(JsonPointer.empty(), null, before, after);
        return List.copyOf(differences.found);
    }

    private void compare(JsonPointer path, @Nullable String item, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode earlier && after instanceof ObjectNode later) {
            compareFields(path, item, earlier, later);
            return;
        }
        if (before instanceof ArrayNode earlier && after instanceof ArrayNode later) {
            Optional<String> key = naturalKey(earlier, later);
            if (key.isPresent()) {
                compareItems(path, key.get(), earlier, later);
                return;
            }
        }
        found.add(new FieldDifference(path.toString(), item, before, after));
    }

    private void compareFields(JsonPointer path, @Nullable String item, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>(after.propertyNames());
        names.addAll(before.propertyNames());
        for (String name : names) {
            compare(path.appendProperty(name), item, value(before, name), value(after, name));
        }
    }

    private static JsonNode value(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? NOTHING : value;
    }

    private void compareItems(JsonPointer path, String key, ArrayNode before, ArrayNode after) {
        SequencedMap<String, Integer> earlier = places(before, key);
        Map<String, Integer> gone = new LinkedHashMap<>(earlier);
        places(after, key).forEach((item, place) -> {
            Integer was = earlier.get(item);
            gone.remove(item);
            JsonNode old = was == null ? NOTHING : before.get(was);
            compare(path.appendIndex(place), item, old, after.get(place));
        });
        gone.forEach((item, place) -> compare(path.appendIndex(place), item, before.get(place), NOTHING));
    }

    private static SequencedMap<String, Integer> places(ArrayNode items, String key) {
        SequencedMap<String, Integer> places = new LinkedHashMap<>();
        for (int place = 0; place < items.size(); place++) {
            places.put(items.get(place).get(key).asString(), place);
        }
        return places;
    }

    private static Optional<String> naturalKey(ArrayNode before, ArrayNode after) {
        return NATURAL_KEYS.stream()
                .filter(key -> tellsApart(before, key) && tellsApart(after, key))
                .findFirst();
    }

    private static boolean tellsApart(ArrayNode items, String key) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode item : items) {
            JsonNode value = item.get(key);
            if (value == null || !value.isValueNode() || value.isNull() || known.put(value.asString(), item) != null) {
                return false;
            }
        }
        return true;
    }
}
