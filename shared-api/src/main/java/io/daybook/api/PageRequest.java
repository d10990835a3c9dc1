package io.daybook.api;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit the most items, 1 to 200
 * @param cursor the {@link Page#next()} of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {

    /** The most items of a page. */
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValue("limit", "must be 1 to " + MAX_LIMIT);
        }
    }
}
