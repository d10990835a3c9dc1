package io.daybook.analytics.sink;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of what a sink writes, as configured: {@code NAME [TYPE] [= SOURCE]}, such as {@code orderId}, {@code
 * /total/amount}, {@code total numeric = /total/amount} or {@code at timestamptz = $time}.
 *
 * @param source a JSON pointer into the record's value; or, of the record itself, {@code $key}, {@code $time},
 *     {@code $type}, {@code $topic}, {@code $partition}, {@code $offset}; or {@code $header:NAME}. A name alone is a
 *     pointer to it
 */
record Field(String name, Type type, String source) {

    private static final Pattern SYNTAX = Pattern.compile("([^\\s=]+)(?:\\s+([^\\s=]+))?(?:\\s*=\\s*(\\S+))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Pattern OF_RECORD = Pattern.compile("[$](key|time|type|topic|partition|offset|header:\\S+)");

    /** What a field may hold; the names are those of PostgreSQL. */
    enum Type {
        TEXT,
        BIGINT,
        NUMERIC,
        BOOLEAN,
        TIMESTAMPTZ,
        JSONB;

        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type parse(String text) {
            return Arrays.stream(values())
                    .filter(type -> type.sql().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no type \"%s\"; there are %s"
                            .formatted(
                                    text, Arrays.stream(values()).map(Type::sql).collect(Collectors.joining(", ")))));
        }
    }

    static Field parse(String text) {
        Matcher parts = SYNTAX.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A field is NAME [TYPE] [= SOURCE]; \"" + text + "\" is not");
        }
        String first = parts.group(1);
        String name = parts.group(3) == null ? nameOf(first) : first;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The field \"" + text + "\" needs a name: NAME = " + first);
        }
        Type type = parts.group(2) == null ? Type.TEXT : Type.parse(parts.group(2));
        return new Field(name, type, source(parts.group(3) == null ? first : parts.group(3)));
    }

    /** A source as configured, or a name for a pointer to it. */
    static String source(String text) {
        if (text.startsWith("/") || OF_RECORD.matcher(text).matches()) {
            return text;
        }
        if (text.startsWith("$")) {
            throw new IllegalArgumentException("There is no " + text
                    + "; there are $key, $time, $type, $topic, $partition, $offset, $header:NAME");
        }
        return text.equals("type") ? "$type" : "/" + text;
    }

    private static String nameOf(String source) {
        String bare = source.startsWith("/") || source.startsWith("$") ? source.substring(1) : source;
        return bare.replaceAll("[/:-]", "_");
    }
}
