package io.daybook.query.platform.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the views of one kind are stored: a row each, by a key of one column. Said once, for writing, loading, bulk
 * copies and hashes alike. Behind its own columns every table has those of {@link Trail} and the content hash.
 */
public final class Table<V> {

    static final List<String> KEPT = List.of("position", "version", "events", "positions", "hash");

    private final String name;
    private final List<Column<V>> columns;
    private final Reading<V> reading;

    private Table(String name, List<Column<V>> columns, Reading<V> reading) {
        this.name = name;
        this.columns = columns;
        this.reading = reading;
    }

    /** What makes a view of a row. */
    @FunctionalInterface
    public interface Reading<V> {
        V view(ResultSet row) throws SQLException;
    }

    /** A table whose key is the first column named. */
    public static <V> Builder<V> named(String name) {
        return new Builder<>(name);
    }

    public String name() {
        return name;
    }

    /** The name of the column that is the key. */
    public String key() {
        return columns.getFirst().name();
    }

    String keyType() {
        return columns.getFirst().type();
    }

    List<Column<V>> columns() {
        return columns;
    }

    /** The names of all columns, the table's own first. */
    public List<String> columnNames() {
        return Stream.concat(columns.stream().map(Column::name), KEPT.stream()).toList();
    }

    /** The values of a view's own columns, as they are stored. */
    public @Nullable Object[] values(V view) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Column.stored(columns.get(i).value().apply(view));
        }
        return values;
    }

    public Kept<V> keep(V view, Trail trail) {
        return new Kept<>(view, trail, ContentHash.of(values(view)));
    }

    /** The key of a view. */
    Object key(V view) {
        return Objects.requireNonNull(columns.getFirst().value().apply(view));
    }

    /** The view in a row that has all columns. */
    public V view(ResultSet row) throws SQLException {
        return reading.view(row);
    }

    /** The row as it stands, whatever its hash says. */
    public Kept<V> kept(ResultSet row) throws SQLException {
        Trail trail = new Trail(
                row.getLong("position"), row.getLong("version"), row.getLong("events"), row.getLong("positions"));
        return new Kept<>(reading.view(row), trail, row.getLong("hash"));
    }

    /** Whether a row's content is still what its hash was made of. */
    public boolean isIntact(Kept<V> kept) {
        return ContentHash.of(values(kept.view())) == kept.hash();
    }

    /** What a table is made of. */
    public static final class Builder<V> {

        private final String name;
        private final List<Column<V>> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder<V> text(String column, Function<V, @Nullable Object> value) {
            return column(column, "text", value);
        }

        public Builder<V> bool(String column, Function<V, @Nullable Object> value) {
            return column(column, "boolean", value);
        }

        /** A whole number of up to 64 bits. */
        public Builder<V> number(String column, Function<V, @Nullable Object> value) {
            return column(column, "bigint", value);
        }

        /** An exact decimal, with its scale. */
        public Builder<V> decimal(String column, Function<V, @Nullable Object> value) {
            return column(column, "numeric", value);
        }

        public Builder<V> instant(String column, Function<V, @Nullable Object> value) {
            return column(column, "timestamptz", value);
        }

        public Builder<V> date(String column, Function<V, @Nullable Object> value) {
            return column(column, "date", value);
        }

        private Builder<V> column(String column, String type, Function<V, @Nullable Object> value) {
            columns.add(new Column<>(column, type, value));
            return this;
        }

        public Table<V> read(Reading<V> reading) {
            return new Table<>(name, List.copyOf(columns), reading);
        }
    }
}
