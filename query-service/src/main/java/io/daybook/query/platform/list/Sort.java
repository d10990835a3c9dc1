package io.daybook.query.platform.list;

import org.jspecify.annotations.Nullable;

/**
 * Something that a list may be sorted by.
 *
 * @param name what callers call it
 * @param expression its SQL
 * @param nullable whether rows may be without it: those are last, in either direction
 * @param needs the parameter without which there is no such sort; null where it needs none
 */
public record Sort(
        String name,
        String expression,
        ValueType type,
        boolean nullable,
        @Nullable String needs) {

    /** By what every row has. */
    public static Sort by(String name, String expression, ValueType type) {
        return new Sort(name, expression, type, false, null);
    }

    /** By what some rows are without. */
    public static Sort byOptional(String name, String expression, ValueType type) {
        return new Sort(name, expression, type, true, null);
    }
}
