package io.daybook.query.platform.list;

import io.daybook.query.platform.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A list: where its rows are, what it may be filtered and sorted by, and what callers see of a row.
 *
 * @param <V> the view of a row
 */
public final class Listing<V> {

    final String name;
    final Shape shape;
    final String from;
    final RowMapper<V> view;
    final Map<String, Filter> filters;
    final Map<String, Sort> sorts;
    final List<Sort> key;
    final String order;
    final int most;
    private final @Nullable String orderedBy;
    private final String orderThen;

    private Listing(Builder<V> builder, String from, RowMapper<V> view) {
        this.name = builder.name;
        this.shape = builder.shape;
        this.from = from;
        this.view = view;
        this.filters = new LinkedHashMap<>(builder.filters);
        this.sorts = new LinkedHashMap<>(builder.sorts);
        this.key = List.copyOf(builder.key);
        this.order = builder.order;
        this.most = builder.most;
        this.orderedBy = builder.orderedBy;
        this.orderThen = builder.orderThen;
    }

    /** A list by the name that its exports have. */
    public static <V> Builder<V> named(String name, Class<V> view) {
        return new Builder<>(name, Shape.of(view));
    }

    /** What is asked of it; {@code given} are conditions that the request does not put. */
    public Listed<V> ask(Asked asked, Condition... given) {
        return Question.of(this, asked, List.of(given));
    }

    /** The order where the request names none. */
    String usualOrder(Asked asked) {
        return orderedBy != null && asked.parameters().containsKey(orderedBy) ? orderThen : order;
    }

    /** What a list is made of. */
    public static final class Builder<V> {

        private final String name;
        private Shape shape;
        private final Map<String, Filter> filters = new LinkedHashMap<>();
        private final Map<String, Sort> sorts = new LinkedHashMap<>();
        private final List<Sort> key = new ArrayList<>();
        private String order = "";
        private @Nullable String orderedBy;
        private String orderThen = "";
        private int most = Asked.most();

        private Builder(String name, Shape shape) {
            this.name = name;
            this.shape = shape;
        }

        public Builder<V> filters(Filter... more) {
            return filters(Stream.of(more));
        }

        public Builder<V> filters(Stream<Filter> more) {
            more.forEach(filter -> filters.put(filter.parameter(), filter));
            return this;
        }

        public Builder<V> sorts(Sort... more) {
            for (Sort sort : more) {
                sorts.put(sort.name(), sort);
            }
            return this;
        }

        /** Sorts that together tell any two rows apart: they come last in every order. */
        public Builder<V> key(Sort... sorts) {
            key.addAll(List.of(sorts));
            return sorts(sorts);
        }

        /** The usual order, such as {@code -placedAt}. */
        public Builder<V> order(String usual) {
            this.order = usual;
            return this;
        }

        /** The usual order where a parameter is given. */
        public Builder<V> orderWith(String parameter, String usual) {
            this.orderedBy = parameter;
            this.orderThen = usual;
            return this;
        }

        /** Plain fields that come before those of the view. */
        public Builder<V> fieldsFirst(List<String> names) {
            shape = shape.after(names);
            return this;
        }

        /** The most rows of a page. */
        public Builder<V> most(int rows) {
            this.most = rows;
            return this;
        }

        public Listing<V> of(Table<V> table) {
            return of(table.name(), (row, _) -> table.view(row));
        }

        /** Rows of a table, or of anything else that stands behind FROM. */
        public Listing<V> of(String from, RowMapper<V> view) {
            return new Listing<>(this, from, view);
        }
    }
}
