package io.daybook.query.platform;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of rows by key: each page starts after the last key of the one before, so none is skipped or seen twice. */
public final class PageQuery<R> {

    private final EntityManager entityManager;
    private final Class<R> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    PageQuery(EntityManager entityManager, Class<R> type) {
        this.entityManager = entityManager;
        this.type = type;
    }

    /** Only rows whose attribute has this value; all where it is null. */
    public PageQuery<R> having(String attribute, @Nullable Object value) {
        return value == null ? this : where("r.%s = :%s".formatted(attribute, attribute), Map.of(attribute, value));
    }

    /** Only rows that meet a condition. */
    public PageQuery<R> where(String condition, Map<String, ?> values) {
        conditions.add("(" + condition + ")");
        parameters.putAll(values);
        return this;
    }

    /** The page in this order; {@code cursor} tells what comes after a row. */
    public Page<R> page(PageRequest request, String order, Function<R, Cursor> cursor) {
        String filter = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<R> query = entityManager.createQuery(
                "select r from " + type.getSimpleName() + " r" + filter + " order by " + order, type);
        parameters.forEach(query::setParameter);
        List<R> rows = query.setMaxResults(request.limit() + 1).getResultList();
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<R> items = rows.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }
}
