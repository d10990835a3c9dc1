package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The values of a page's last row by which the list is sorted; as text it is opaque, and of use for the same question
 * only.
 */
public final class Cursor {

    @SuppressWarnings("NullAway") // it does not see the annotation inside a type reference
    private static final Json<List<@Nullable String>> JSON = Json.of(new TypeReference<List<@Nullable String>>() {});

    private Cursor() {}

    /**
     * The text of a cursor.
     *
     * @param question tells the list, its sort and its filters from others
     */
    public static String text(String question, List<@Nullable String> keys) {
        List<@Nullable String> content = new ArrayList<>();
        content.add(question);
        content.addAll(keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.text(content).getBytes(StandardCharsets.UTF_8));
    }

    /** Tells a question from others by the path of its list, its order and its filters. */
    public static String question(String path, String order, Map<String, List<String>> filters) {
        try {
            String question =
                    Stream.of(path, order, filters.toString()).toList().toString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The number that is all there is in a cursor of the same question. */
    public static long number(String text, String question) {
        List<@Nullable String> content = content(text);
        String number = content.size() == 2 ? content.get(1) : null;
        if (number == null || !question.equals(content.getFirst()) || !number.matches("[0-9]{1,18}")) {
            throw unfit();
        }
        return Long.parseLong(number);
    }

    /** The values in a cursor of the same question, as a statement takes them. */
    static List<@Nullable Object> values(String text, String question, List<Keyset.Term> terms) {
        List<@Nullable String> content = content(text);
        if (content.size() != terms.size() + 1 || !question.equals(content.getFirst())) {
            throw unfit();
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            values.add(value(content.get(i + 1), terms.get(i).sort()));
        }
        return values;
    }

    private static @Nullable Object value(@Nullable String key, Sort sort) {
        if (key == null && sort.nullable()) {
            return null;
        }
        if (key == null) {
            throw unfit();
        }
        try {
            return sort.type().value(key, "cursor");
        } catch (InvalidValue _) {
            throw unfit();
        }
    }

    private static List<@Nullable String> content(String text) {
        try {
            List<@Nullable String> content =
                    JSON.value(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (content != null) {
                return content;
            }
        } catch (IllegalArgumentException | JacksonException _) {
            throw unfit();
        }
        throw unfit();
    }

    private static InvalidValue unfit() {
        return new InvalidValue("cursor", "is not the next of a page of this list with this sort and these filters");
    }
}
