package io.daybook.query.platform.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, filled from a view.
 *
 * @param type its PostgreSQL type
 * @param value its value, whose {@code toString} PostgreSQL reads as that type and gives back the same
 */
record Column<V>(String name, String type, Function<V, @Nullable Object> value) {

    static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            // the database keeps microseconds, and would round
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS);
            case BigDecimal number -> number.toPlainString();
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}
