package io.daybook.query.sales;

import static io.daybook.query.platform.list.ValueType.DATE;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.list.Sort;
import io.daybook.query.platform.list.ValueType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what the figures of the sales book may be broken down. */
enum SalesDimension {
    DAY("day", DATE),
    /** From Monday, by its number in ISO 8601, such as {@code 2011-W46}. */
    WEEK("date_trunc('week', day::timestamp)::date", DATE),
    MONTH("date_trunc('month', day::timestamp)::date", DATE),
    /** Of the customer; what is only written off has none, and is in no row. */
    COUNTRY("country", TEXT),
    /** Null for trade that names none. */
    CUSTOMER("customer_id", TEXT),
    PRODUCT("sku", TEXT),
    /** Of the product as it is now. */
    CATEGORY("coalesce(category, 'uncategorised')", TEXT);

    private static final int MOST = 2;
    private static final DateTimeFormatter ISO_WEEK = DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.UK);

    private final String expression;
    private final ValueType type;

    SalesDimension(String expression, ValueType type) {
        this.expression = expression;
        this.type = type;
    }

    /** Reads one or two of them, such as {@code month,country}. */
    static List<SalesDimension> read(@Nullable String text) {
        List<SalesDimension> dimensions = Stream.of(text == null ? new String[0] : text.split(",", -1))
                .map(String::strip)
                .map(SalesDimension::named)
                .distinct()
                .toList();
        if (dimensions.isEmpty() || dimensions.size() > MOST) {
            throw new InvalidValue("by", "must be one or two of " + names());
        }
        return dimensions;
    }

    private static SalesDimension named(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("by", "must be one or two of " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(SalesDimension::label).collect(Collectors.joining(", "));
    }

    /** What callers call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that it is in. */
    String field() {
        return this == PRODUCT ? "sku" : label();
    }

    /** The column that it has in figures. */
    String column() {
        return "by_" + label();
    }

    String expression() {
        return expression;
    }

    Sort sort() {
        return this == CUSTOMER ? Sort.byOptional(field(), column(), type) : Sort.by(field(), column(), type);
    }

    boolean isTime() {
        return type == DATE;
    }

    /** Whether documents do not have it, but only their lines. */
    boolean isOfLines() {
        return this == PRODUCT || this == CATEGORY;
    }

    /** Its value in a row, as callers see it. */
    @Nullable String shown(ResultSet row) throws SQLException {
        if (!isTime()) {
            return row.getString(column());
        }
        LocalDate first = row.getObject(column(), LocalDate.class);
        return switch (this) {
            case WEEK -> ISO_WEEK.format(first);
            case MONTH -> YearMonth.from(first).toString();
            case DAY, COUNTRY, CUSTOMER, PRODUCT, CATEGORY -> first.toString();
        };
    }
}
