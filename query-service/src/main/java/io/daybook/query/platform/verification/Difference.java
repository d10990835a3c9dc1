package io.daybook.query.platform.verification;

import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.Table;
import io.daybook.query.platform.model.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is not what the events make of it.
 *
 * @param explanation what happened to it, as far as it can be told
 * @param expected the columns that differ, as the events make them; empty for a row that should not be there
 * @param actual the same columns as they are stored; empty for a row that is missing
 */
public record Difference(
        String model,
        String entity,
        Kind kind,
        String explanation,
        Map<String, String> expected,
        Map<String, String> actual) {

    /** What is wrong with an entity. */
    public enum Kind {
        /** The row's content is not what its hash was made of: somebody else wrote to it. */
        CHANGED,
        /** Events are missing in it. */
        EVENT_SKIPPED,
        /** Events were counted more than once. */
        EVENT_DUPLICATED,
        /** The events make a row, and there is none. */
        MISSING,
        /** There is a row that no event makes. */
        SURPLUS,
        /** The same events, and another result: the fold has changed, or somebody was careful. */
        DIFFERENT
    }

    /** How a stored row differs from what is expected; empty where it does not. */
    static <V> Optional<Difference> between(
            Table<V> table, Object key, @Nullable Kept<V> expected, @Nullable Kept<V> actual) {
        String entity = key.toString();
        if (actual == null) {
            return expected == null
                    ? Optional.empty()
                    : Optional.of(of(table, entity, Kind.MISSING, "The row is missing", expected, null));
        }
        if (expected == null) {
            return Optional.of(of(table, entity, Kind.SURPLUS, "No event makes this row", null, actual));
        }
        Trail made = expected.trail();
        Trail shown = actual.trail();
        if (!table.isIntact(actual)) {
            String explanation =
                    "The row was changed by something else than its projection: its content does not match its hash";
            return Optional.of(of(table, entity, Kind.CHANGED, explanation, expected, actual));
        }
        if (shown.events() < made.events()) {
            String explanation =
                    events(made.events() - shown.events(), made.positions() - shown.positions(), "not counted");
            return Optional.of(of(table, entity, Kind.EVENT_SKIPPED, explanation, expected, actual));
        }
        if (shown.events() > made.events()) {
            String explanation = events(
                    shown.events() - made.events(), shown.positions() - made.positions(), "counted once too often");
            return Optional.of(of(table, entity, Kind.EVENT_DUPLICATED, explanation, expected, actual));
        }
        if (expected.hash() != actual.hash() || !made.equals(shown)) {
            return Optional.of(
                    of(table, entity, Kind.DIFFERENT, "As many events make something else of it", expected, actual));
        }
        return Optional.empty();
    }

    private static String events(long count, long positions, String what) {
        return count == 1
                ? "The event at position %d was %s".formatted(positions, what)
                : "%d events were %s; their positions add up to %d".formatted(count, what, positions);
    }

    private static <V> Difference of(
            Table<V> table,
            String entity,
            Kind kind,
            String explanation,
            @Nullable Kept<V> expected,
            @Nullable Kept<V> actual) {
        Map<String, String> made = expected == null ? Map.of() : columns(table, expected);
        Map<String, String> shown = actual == null ? Map.of() : columns(table, actual);
        return new Difference(table.name(), entity, kind, explanation, differing(made, shown), differing(shown, made));
    }

    private static Map<String, String> differing(Map<String, String> own, Map<String, String> other) {
        Map<String, String> differing = new LinkedHashMap<>();
        own.forEach((column, value) -> {
            if (!Objects.equals(value, other.get(column))) {
                differing.put(column, value);
            }
        });
        return differing;
    }

    private static <V> Map<String, String> columns(Table<V> table, Kept<V> kept) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> names = table.columnNames();
        @Nullable Object[] values = table.values(kept.view());
        for (int i = 0; i < values.length; i++) {
            columns.put(names.get(i), String.valueOf(values[i]));
        }
        columns.put("position", Long.toString(kept.trail().position()));
        columns.put("events", Long.toString(kept.trail().events()));
        return columns;
    }
}
