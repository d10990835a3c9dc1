package io.daybook.query.platform.history;

import io.daybook.api.InvalidValue;
import io.daybook.api.PageRequest;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Which versions are wanted.
 *
 * @param fields only those that change one of these, and of them only these differences; all where there are none
 * @param newestFirst whether the last version comes first
 * @param limit the most versions of a page
 * @param after the version that the page follows in that order; null for the first page
 * @param question tells it from others, in cursors
 */
record Wanted(
        List<JsonPointer> fields,
        boolean newestFirst,
        int limit,
        @Nullable Long after,
        String question) {

    private static final Set<String> PARAMETERS = Set.of("field", "sort", "limit", "cursor");
    private static final String NEWEST_FIRST = "-version";

    static Wanted of(Asked asked) {
        asked.requireOnly(PARAMETERS);
        List<String> fields = asked.parameters().getOrDefault("field", List.of());
        String sort = asked.one("sort");
        if (sort != null && !sort.equals(NEWEST_FIRST) && !sort.equals("version")) {
            throw new InvalidValue("sort", "must be version, or -version for the newest first");
        }
        boolean newestFirst = sort == null || sort.equals(NEWEST_FIRST);
        String question =
                Cursor.question(asked.path(), newestFirst ? NEWEST_FIRST : "version", Map.of("field", fields));
        String cursor = asked.one("cursor");
        return new Wanted(
                fields.stream().map(Wanted::pointer).toList(),
                newestFirst,
                asked.limit(PageRequest.MAX_LIMIT),
                cursor == null ? null : Cursor.number(cursor, question),
                question);
    }

    private static JsonPointer pointer(String field) {
        if (!field.startsWith("/")) {
            throw new InvalidValue("field", "must be a JSON Pointer such as /name");
        }
        return JsonPointer.compile(field);
    }

    boolean isBehindCursor(long version) {
        return after == null || (newestFirst ? version < after : version > after);
    }

    boolean isAboutAll() {
        return fields.isEmpty();
    }

    /** Of some differences those that are wanted. */
    List<FieldDifference> among(List<FieldDifference> differences) {
        return isAboutAll()
                ? differences
                : differences.stream()
                        .filter(difference -> fields.stream().anyMatch(difference::concerns))
                        .toList();
    }

    String cursor(long version) {
        return Cursor.text(question, List.of(Long.toString(version)));
    }
}
