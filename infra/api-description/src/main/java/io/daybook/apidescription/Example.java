package io.daybook.apidescription;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the description says of an operation beyond what can be derived.
 *
 * @param operation method and path template
 * @param path the path of the example, with its query
 * @param status of a success
 * @param conditional whether it is refused unless the caller names a version; false where it is left out
 * @param events whether a success tells a position and a version; true where it is left out
 * @param media of a reply that is a stream, and of its request; null where they are single JSON values
 * @param reply null where a success has no body
 */
public record Example(
        String operation,
        String path,
        String summary,
        int status,
        @Nullable Boolean conditional,
        @Nullable Boolean events,
        @Nullable String media,
        @Nullable JsonNode request,
        @Nullable JsonNode reply) {

    /** All examples, in an order in which they can be sent one after the other. */
    public static List<Example> all(JsonMapper json, Class<?> beside) {
        try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream("operations.json"))) {
            return List.of(json.readValue(file, Example[].class));
        } catch (IOException e) {
            throw new IllegalStateException("operations.json cannot be read", e);
        }
    }

    static Map<String, Example> byOperation(JsonMapper json, Class<?> beside) {
        return all(json, beside).stream().collect(Collectors.toMap(Example::operation, Function.identity()));
    }

    public boolean isConditional() {
        return conditional != null && conditional;
    }

    public boolean tellsVersion() {
        return events == null || events;
    }

    public String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** The path of the example without its query. */
    String plainPath() {
        return path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    }

    /** The parameters of its query. */
    Map<String, String> query() {
        return UriComponentsBuilder.fromUriString(path).build().getQueryParams().toSingleValueMap();
    }

    public String template() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    /** Whether it is a request for a change, or for something to be given, that has a key. */
    public boolean isWrite() {
        return !method().equals("GET") && !isStream();
    }

    public boolean isStream() {
        return media != null;
    }
}
