package io.daybook.query.platform;

import io.daybook.api.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sort key of the last row of a page; as text it is opaque to callers. */
public final class Cursor {

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(Object::toString).toList());
    }

    /** Reads a cursor of so many keys. */
    public static Cursor read(String text, int size) {
        try {
            List<String> keys = Arrays.stream(text.split("\\.", -1))
                    .map(key -> new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8))
                    .toList();
            if (keys.size() == size && keys.stream().noneMatch(key -> key.indexOf('\0') >= 0)) {
                return new Cursor(keys);
            }
        } catch (IllegalArgumentException _) {
            throw unfit();
        }
        throw unfit();
    }

    /** What the next page is asked for with. */
    public String text() {
        return keys.stream()
                .map(key ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    public String text(int index) {
        return keys.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException _) {
            throw unfit();
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(keys.get(index));
        } catch (DateTimeException _) {
            throw unfit();
        }
    }

    /** An instant as a parameter of a statement. */
    public OffsetDateTime timestamp(int index) {
        return instant(index).atOffset(ZoneOffset.UTC);
    }

    private static InvalidValue unfit() {
        return new InvalidValue("cursor", "is not the next of a page of this list");
    }
}
