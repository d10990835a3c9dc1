package io.daybook.command.bulk;

import io.daybook.api.InvalidValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The request that a line asks for: {@code {"key":"…","method":"POST","path":"/stock/MUG/receipts","body":{…}}}, with
 * {@code ifMatch} or {@code ifNoneMatch} where it needs one.
 *
 * @param body the bytes of the line's own text, so that a request under its key is the same one whether it comes by a
 *     line or alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LineRequest(
        String key,
        HttpMethod method,
        String path,
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        byte[] body) {

    private static final Set<String> FIELDS = Set.of("key", "method", "path", "ifMatch", "ifNoneMatch");
    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE");
    private static final int LONGEST_PATH = 4_000;
    // no repeated groups: the matcher would need a stack as deep as the path is long
    private static final Pattern PATH =
            Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@%/-]++([?][A-Za-z0-9._~!$&'()*+,=:@%/-]++)?");
    private static final Pattern UNFIT = Pattern.compile("//|/[?]|/$|%(?![0-9A-Fa-f]{2})");
    private static final Pattern BULK = Pattern.compile("/bulk([/?].*)?");

    /**
     * Reads a line; throws {@link InvalidValue} or {@link JacksonException} where it asks for nothing that can be done.
     */
    static LineRequest read(JsonMapper json, byte[] line) {
        Map<String, String> texts = new TreeMap<>();
        byte[] body = {};
        try (JsonParser parser =
                json.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION).createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidValue("line", "must be a JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("body")) {
                    body = slice(parser, value, line);
                } else {
                    texts.put(name, text(parser, name, value));
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidValue("line", "must be one JSON object");
            }
        }
        return new LineRequest(
                given(texts, "key"),
                method(given(texts, "method")),
                path(given(texts, "path")),
                texts.get("ifMatch"),
                texts.get("ifNoneMatch"),
                body);
    }

    private static byte[] slice(JsonParser parser, JsonToken value, byte[] line) {
        if (value != JsonToken.START_OBJECT) {
            throw new InvalidValue("body", "must be a JSON object");
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(line, start, (int) parser.currentLocation().getByteOffset());
    }

    private static String text(JsonParser parser, String name, JsonToken value) {
        if (!FIELDS.contains(name)) {
            throw new InvalidValue(name, "is not a field of a line");
        }
        if (value != JsonToken.VALUE_STRING) {
            throw new InvalidValue(name, "must be a string");
        }
        return parser.getString();
    }

    private static String given(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new InvalidValue(name, "must be given");
        }
        return text;
    }

    private static HttpMethod method(String name) {
        if (!METHODS.contains(name)) {
            throw new InvalidValue("method", "must be POST, PUT or DELETE");
        }
        return HttpMethod.valueOf(name);
    }

    private static String path(String text) {
        if (text.length() > LONGEST_PATH
                || !PATH.matcher(text).matches()
                || UNFIT.matcher(text).find()) {
            throw new InvalidValue("path", "must be a path, percent-encoded");
        }
        if (BULK.matcher(text).matches()) {
            throw new InvalidValue("path", "must not be that of bulk intake itself");
        }
        return text;
    }

    /**
     * What lines of the same kind have in common: the method, and the path but for the ids, which are every other
     * segment.
     */
    String kind() {
        String[] segments = segments();
        String fixed = IntStream.range(1, segments.length)
                .mapToObj(index -> index % 2 == 1 ? segments[index] : "{}")
                .collect(Collectors.joining("/"));
        return method + " /" + fixed;
    }

    /** The entity that the path names, by its first two segments; empty where it names none. */
    Optional<String> entity() {
        String[] segments = segments();
        return segments.length < 3 ? Optional.empty() : Optional.of(segments[1] + "/" + segments[2]);
    }

    private String[] segments() {
        return path.split("[?]", 2)[0].split("/");
    }
}
