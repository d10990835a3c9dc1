package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.query.platform.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a filter compares and a sort orders by: how it is read from a request, and from a row into a
 * cursor.
 */
public enum ValueType {
    TEXT {
        @Override
        Object value(String text, String field) {
            if (text.indexOf('\0') >= 0) {
                throw new InvalidValue(field, "must not have control characters");
            }
            return text;
        }
    },
    NUMBER {
        @Override
        Object value(String text, String field) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException _) {
                throw new InvalidValue(field, "must be a whole number");
            }
        }
    },
    DECIMAL {
        @Override
        Object value(String text, String field) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS) {
                    return number;
                }
            } catch (NumberFormatException _) {
                throw new InvalidValue(field, "must be a decimal such as 2.55");
            }
            throw new InvalidValue(field, "must have at most " + MAX_DIGITS + " digits");
        }
    },
    INSTANT {
        @Override
        Object value(String text, String field) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return Require.time(time.toInstant(), field).atOffset(ZoneOffset.UTC);
            } catch (DateTimeException _) {
                throw new InvalidValue(field, "must be a time such as 2011-11-14T09:26:00Z");
            }
        }

        @Override
        @Nullable String text(ResultSet row, String column) throws SQLException {
            return Objects.toString(Columns.instantOrNull(row, column), null);
        }
    },
    DATE {
        @Override
        Object value(String text, String field) {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                    return date;
                }
            } catch (DateTimeException _) {
                throw new InvalidValue(field, "must be a date such as 2011-11-14");
            }
            throw new InvalidValue(field, "must be a date of the years 1 to " + LAST_YEAR);
        }
    },
    FLAG {
        @Override
        Object value(String text, String field) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new InvalidValue(field, "must be true or false");
            };
        }

        @Override
        @Nullable String text(ResultSet row, String column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : Boolean.toString(value);
        }
    };

    private static final int MAX_DIGITS = 40;
    private static final int LAST_YEAR = 9999;

    /** The value of a parameter of a request, as a statement takes it; an {@link InvalidValue} where it is none. */
    abstract Object value(String text, String field);

    /** The value in a column, as text that {@link #value} reads back the same; null where the column is. */
    @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
