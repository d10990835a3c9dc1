package io.daybook.query.platform;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.query.platform.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of rows by key: each page starts after the last key of the one before, so none is skipped or seen twice. */
public final class PageQuery<V> {

    private final JdbcClient jdbc;
    private final Table<V> table;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    PageQuery(JdbcClient jdbc, Table<V> table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Only rows whose column has this value; all where it is null. */
    public PageQuery<V> having(String column, @Nullable Object value) {
        Object stored = value instanceof Enum<?> constant ? constant.name() : value;
        return stored == null ? this : where("%s = :%s".formatted(column, column), Map.of(column, stored));
    }

    /** Only rows that meet a condition. */
    public PageQuery<V> where(String condition, Map<String, ?> values) {
        conditions.add("(" + condition + ")");
        parameters.putAll(values);
        return this;
    }

    /** The page in this order; {@code cursor} tells what comes after a row. */
    public Page<V> page(PageRequest request, String order, Function<V, Cursor> cursor) {
        String filter = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        List<V> rows = jdbc.sql("SELECT * FROM %s%s ORDER BY %s LIMIT :limit".formatted(table.name(), filter, order))
                .params(parameters)
                .param("limit", request.limit() + 1)
                .query((row, _) -> table.view(row))
                .list();
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<V> items = rows.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }
}
