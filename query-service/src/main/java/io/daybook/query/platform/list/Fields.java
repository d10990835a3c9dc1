package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of a view are shown: all, or those that {@code fields} names, with dots for fields of fields.
 *
 * @param paths in the order of the columns of an export
 */
record Fields(List<String> paths, boolean all) {

    /** Everything that a view has. */
    static final Fields ALL = new Fields(List.of(), true);

    static Fields of(Shape shape, @Nullable String parameter) {
        if (parameter == null) {
            return new Fields(List.copyOf(shape.fields().keySet()), true);
        }
        List<String> paths = Stream.of(parameter.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
        for (String path : paths) {
            if (!shape.has(path)) {
                throw new InvalidValue(
                        "fields",
                        "'%s' is no field here; there are %s".formatted(path, String.join(", ", shape.paths())));
            }
        }
        if (paths.isEmpty()) {
            throw new InvalidValue("fields", "must name a field");
        }
        return new Fields(paths, false);
    }

    /** The view with its chosen fields only. */
    JsonNode choose(JsonNode view) {
        return all ? view : pruned(view, paths);
    }

    private static JsonNode pruned(JsonNode node, List<String> paths) {
        if (node instanceof ArrayNode list) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> kept.add(pruned(item, paths)));
            return kept;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        byName(paths).forEach((name, below) -> {
            JsonNode value = object.get(name);
            if (value != null) {
                kept.set(name, below.contains("") ? value : pruned(value, below));
            }
        });
        return kept;
    }

    /** The paths below each first name; an empty one stands for all that is there. */
    private static Map<String, List<String>> byName(List<String> paths) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        for (String path : paths) {
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            String rest = dot < 0 ? "" : path.substring(dot + 1);
            below.merge(
                    name,
                    List.of(rest),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return below;
    }

    /** The values of a view by column; a field of the items of a list has a list of values. */
    List<JsonNode> cells(JsonNode view) {
        return paths.stream().map(path -> cell(view, path)).toList();
    }

    private static JsonNode cell(JsonNode node, String path) {
        if (node instanceof ArrayNode list) {
            ArrayNode cells = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> cells.add(cell(item, path)));
            return cells;
        }
        int dot = path.indexOf('.');
        JsonNode value = Objects.requireNonNullElse(
                node.get(dot < 0 ? path : path.substring(0, dot)), JsonNodeFactory.instance.nullNode());
        return dot < 0 || value.isNull() ? value : cell(value, path.substring(dot + 1));
    }
}
