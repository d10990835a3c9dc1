package io.daybook.query.erasure;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Searches every row of every table that this service may read, but for the events themselves: whatever a column is,
 * its text is looked into, and the bytes of binary ones. Reads all of it, so it is for those who ask rarely.
 */
@Component
final class TableSearch {

    private static final String TABLES = """
            SELECT n.nspname, c.relname, format('%I.%I', n.nspname, c.relname), EXISTS (
                       SELECT FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attname = 'aggregate_id' AND NOT a.attisdropped)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
              AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
              AND EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                            AND (t.typcategory IN ('S', 'U') OR t.typname = '_text'))
              AND (n.nspname, c.relname) <> ('events', 'event')
            ORDER BY 1, 2""";

    private final JdbcTemplate jdbc;

    TableSearch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(String schema, String table, String quoted, boolean hasAggregates) {}

    /**
     * Searches for texts, and for their bytes in UTF-8.
     *
     * @param traces without {@code %}, {@code _}, quotes and backslashes, as Base64 is
     * @param aggregateId whose rows are counted
     */
    List<SearchedTable> search(List<String> traces, String aggregateId) {
        String[] patterns = traces.stream()
                .flatMap(trace -> Stream.of(trace, hexadecimal(trace)))
                .map(text -> "%" + text + "%")
                .toArray(String[]::new);
        List<Found> tables = jdbc.query(
                TABLES, (row, _) -> new Found(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
        return tables.stream()
                .map(table -> search(table, patterns, aggregateId))
                .toList();
    }

    private SearchedTable search(Found table, String[] patterns, String aggregateId) {
        String naming = table.hasAggregates() ? "t.aggregate_id = ?" : "?::text IS NULL";
        List<SearchedTable> searched = jdbc.query(
                "SELECT count(*), count(*) FILTER (WHERE ROW(t.*)::text LIKE ANY (?)), count(*) FILTER (WHERE %s) FROM %s t"
                        .formatted(naming, table.quoted()),
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", patterns));
                    statement.setString(2, aggregateId);
                },
                (row, _) -> new SearchedTable(
                        table.schema(), table.table(), row.getLong(1), row.getLong(2), row.getLong(3)));
        return searched.getFirst();
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
