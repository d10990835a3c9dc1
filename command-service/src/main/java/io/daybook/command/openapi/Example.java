package io.daybook.command.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the description says of an operation beyond what can be derived.
 *
 * @param operation method and path template
 * @param path the path of the example
 * @param status of a success
 * @param conditional whether it is refused unless the caller names a version; false where it is left out
 * @param events whether a success tells a position and a version; true where it is left out
 */
record Example(
        String operation,
        String path,
        String summary,
        int status,
        @Nullable Boolean conditional,
        @Nullable Boolean events,
        @Nullable JsonNode request,
        JsonNode reply) {

    /** All examples, in an order in which they can be sent one after the other. */
    static List<Example> all(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(Example.class.getResourceAsStream("operations.json"))) {
            return List.of(json.readValue(file, Example[].class));
        } catch (IOException e) {
            throw new IllegalStateException("operations.json cannot be read", e);
        }
    }

    static Map<String, Example> byOperation(JsonMapper json) {
        return all(json).stream().collect(Collectors.toMap(Example::operation, Function.identity()));
    }

    boolean isConditional() {
        return conditional != null && conditional;
    }

    boolean tellsVersion() {
        return events == null || events;
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    String template() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    /** Whether it is a request for a change, or for something to be given, that has a key. */
    boolean isWrite() {
        return !method().equals("GET") && !isStream();
    }

    boolean isStream() {
        return template().equals("/bulk");
    }
}
