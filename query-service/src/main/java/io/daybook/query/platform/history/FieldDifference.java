package io.daybook.query.platform.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A field that differs between two states of an entity.
 *
 * @param path where it is, as a JSON Pointer (RFC 6901) into the later state; into the earlier one where it is gone
 * @param item which item of a list it is in, by what tells the items apart, such as a line number; absent where it is
 *     in none
 * @param before its value before; null where there was none
 * @param after its value after; null where there is none
 */
record FieldDifference(
        String path,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String item,
        JsonNode before,
        JsonNode after) {

    /** Whether it is about a field, a part of it, or something that the field is a part of and in which it differs. */
    boolean concerns(JsonPointer field) {
        String wanted = field.toString();
        if (path.equals(wanted) || path.startsWith(wanted + "/")) {
            return true;
        }
        if (!wanted.startsWith(path + "/")) {
            return false;
        }
        JsonPointer rest = JsonPointer.compile(wanted.substring(path.length()));
        return !before.at(rest).equals(after.at(rest));
    }
}
