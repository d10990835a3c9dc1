package io.daybook.analytics.platform.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A request to the command service, and what caused it. Carrying it twice changes nothing, since it names itself by
 * what caused it.
 *
 * @param subject what it is about: errands about one subject are carried one after the other, in the order of the topic
 * @param method {@code POST} or {@code PUT}
 * @param path of the command service's API, with its query, encoded
 * @param body JSON
 * @param key the {@code Idempotency-Key}, derived from what caused it and never drawn: 1 to 200 visible ASCII
 *     characters
 * @param causationId the event that led to it
 * @param correlationId what that event has in common with all that follows from one request
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Errand(
        String subject, String method, String path, byte[] body, String key, String causationId, String correlationId) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final String METHOD = "method";
    private static final String PATH = "path";
    private static final String IDEMPOTENCY = "idempotency-key";
    private static final String CAUSATION = "causation-id";
    private static final String CORRELATION = "correlation-id";

    public Errand {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key must be 1 to 200 visible ASCII characters: " + key);
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash: " + path);
        }
    }

    /** The errand as a topology forwards it to the topic of its road. */
    public Record<byte[], byte[]> record(long timestamp) {
        return new Record<>(subject.getBytes(UTF_8), body, timestamp, headers());
    }

    Headers headers() {
        return new RecordHeaders()
                .add(METHOD, method.getBytes(UTF_8))
                .add(PATH, path.getBytes(UTF_8))
                .add(IDEMPOTENCY, key.getBytes(UTF_8))
                .add(CAUSATION, causationId.getBytes(UTF_8))
                .add(CORRELATION, correlationId.getBytes(UTF_8));
    }

    /** Reads what a topology wrote; throws {@link IllegalArgumentException} where that is no errand. */
    static Errand of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        if (key == null || value == null) {
            throw new IllegalArgumentException("an errand has a subject and a body");
        }
        return new Errand(
                new String(key, UTF_8),
                text(headers, METHOD),
                text(headers, PATH),
                value,
                text(headers, IDEMPOTENCY),
                text(headers, CAUSATION),
                text(headers, CORRELATION));
    }

    static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("an errand lacks " + name);
        }
        return new String(Objects.requireNonNull(header.value()), UTF_8);
    }
}
