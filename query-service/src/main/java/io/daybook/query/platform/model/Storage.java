package io.daybook.query.platform.model;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The statements on a table, one round trip each however many rows: the values travel as one array a column. Tables are
 * named without a schema: the connection's search path tells which generation is meant.
 */
public final class Storage<V> {

    private static final int MOST_ROWS = 5_000;

    private final Table<V> table;
    private final String load;
    private final String write;
    private final String delete;
    private final String copy;

    public Storage(Table<V> table) {
        this.table = table;
        List<String> names = table.columnNames();
        String all = String.join(", ", names);
        this.load = "SELECT %s FROM %s WHERE %s = ANY (?)".formatted(all, table.name(), table.key());
        this.write = "INSERT INTO %s (%s) SELECT * FROM unnest(%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        table.name(),
                        all,
                        IntStream.range(0, names.size())
                                .mapToObj(i -> "?::" + type(i) + "[]")
                                .collect(Collectors.joining(", ")),
                        table.key(),
                        names.stream()
                                .skip(1)
                                .map(name -> name + " = excluded." + name)
                                .collect(Collectors.joining(", ")));
        this.delete = "DELETE FROM %s WHERE %s = ANY (?)".formatted(table.name(), table.key());
        this.copy = "COPY %s (%s) FROM STDIN".formatted(table.name(), all);
    }

    private String type(int column) {
        List<Column<V>> own = table.columns();
        return column < own.size() ? own.get(column).type() : "bigint";
    }

    /** The rows there are of these keys, by key. */
    public Map<Object, Kept<V>> load(Connection connection, Collection<?> keys) throws SQLException {
        Map<Object, Kept<V>> rows = HashMap.newHashMap(keys.size());
        try (PreparedStatement statement = connection.prepareStatement(load)) {
            statement.setArray(1, keys(connection, keys));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(key(row), table.kept(row));
                }
            }
        }
        return rows;
    }

    /** The key of a row that has all columns. */
    public Object key(ResultSet row) throws SQLException {
        return table.keyType().equals("bigint") ? (Object) row.getLong(table.key()) : row.getString(table.key());
    }

    /** Inserts rows, or replaces those there are. */
    public void write(Connection connection, List<Kept<V>> rows) throws SQLException {
        for (int first = 0; first < rows.size(); first += MOST_ROWS) {
            writeSome(connection, rows.subList(first, Math.min(rows.size(), first + MOST_ROWS)));
        }
    }

    private void writeSome(Connection connection, List<Kept<V>> rows) throws SQLException {
        int own = table.columns().size();
        List<@Nullable Object[]> columns = new ArrayList<>();
        for (int c = 0; c < own + Table.KEPT.size(); c++) {
            columns.add(new @Nullable Object[rows.size()]);
        }
        for (int r = 0; r < rows.size(); r++) {
            Kept<V> row = rows.get(r);
            @Nullable Object[] values = table.values(row.view());
            for (int c = 0; c < own; c++) {
                columns.get(c)[r] = sent(values[c]);
            }
            columns.get(own)[r] = row.trail().position();
            columns.get(own + 1)[r] = row.trail().version();
            columns.get(own + 2)[r] = row.trail().events();
            columns.get(own + 3)[r] = row.trail().positions();
            columns.get(own + 4)[r] = row.hash();
        }
        try (PreparedStatement statement = connection.prepareStatement(write)) {
            for (int c = 0; c < columns.size(); c++) {
                statement.setArray(c + 1, connection.createArrayOf(type(c), columns.get(c)));
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable Object sent(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    public void delete(Connection connection, Collection<?> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(1, keys(connection, keys));
            statement.executeUpdate();
        }
    }

    private Array keys(Connection connection, Collection<?> keys) throws SQLException {
        return connection.createArrayOf(table.keyType(), keys.toArray());
    }

    /** Copies rows that are not there yet, much faster than writing them; answers how many. */
    public long copy(Connection connection, Iterable<Kept<V>> rows) throws SQLException {
        try (CopyText text =
                new CopyText(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy))) {
            for (Kept<V> row : rows) {
                for (Object value : table.values(row.view())) {
                    text.value(value);
                }
                text.value(row.trail().position());
                text.value(row.trail().version());
                text.value(row.trail().events());
                text.value(row.trail().positions());
                text.value(row.hash());
                text.endOfRow();
            }
            return text.end();
        } catch (IOException e) {
            throw new SQLException("The copy into " + table.name() + " was cut", e);
        }
    }
}
