package io.daybook.analytics.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table that a sink writes to, made where it is missing and compared with the fields where it is there.
 *
 * @param name as configured, with its schema or without
 * @param key the columns that a row is known by; none for one row a record
 */
record Table(String name, List<Field> fields, List<String> key) {

    private static final String ORIGIN =
            "daybook_topic text NOT NULL, daybook_partition integer NOT NULL, daybook_offset bigint NOT NULL";

    static final List<String> ORIGIN_KEY = List.of("daybook_topic", "daybook_partition", "daybook_offset");

    /** Makes what is missing; complains of what is different. */
    void prepare(Connection connection) throws SQLException, Target.TargetFailure {
        try (Statement statement = connection.createStatement()) {
            // two who make the same table at once would fail, although each asks whether it is there
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('daybook_sink_offset'))");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS daybook_sink_offset (sink text, topic text, partition integer,"
                            + " next_offset bigint NOT NULL, PRIMARY KEY (sink, topic, partition))");
            statement.execute("CREATE TABLE IF NOT EXISTS %s (%s, %s, PRIMARY KEY (%s))"
                    .formatted(quoted(), definitions(), ORIGIN, list(primaryKey())));
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS %s (%s, reason text NOT NULL, key bytea, value bytea, PRIMARY KEY (%s))"
                            .formatted(quotedRejected(), ORIGIN, list(ORIGIN_KEY)));
        }
        compare(connection);
    }

    private void compare(Connection connection) throws SQLException, Target.TargetFailure {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement columns = connection.prepareStatement("SELECT attname, format_type(atttypid, NULL) FROM"
                + " pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped")) {
            columns.setString(1, quoted());
            try (ResultSet found = columns.executeQuery()) {
                while (found.next()) {
                    types.put(found.getString(1), found.getString(2));
                }
            }
        }
        String differences = Stream.concat(
                        fields.stream().map(field -> difference(field.name(), formatted(field.type()), types)),
                        Stream.of(
                                difference("daybook_topic", "text", types),
                                difference("daybook_partition", "integer", types),
                                difference("daybook_offset", "bigint", types)))
                .filter(difference -> !difference.isEmpty())
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new Target.TargetFailure("The table " + name + " does not fit: " + differences);
        }
    }

    private static String difference(String column, String wanted, Map<String, String> types) {
        String type = types.get(column);
        if (type == null) {
            return "it has no column " + column + " (" + wanted + ")";
        }
        return type.equals(wanted) ? "" : "its column " + column + " is " + type + ", not " + wanted;
    }

    private static String formatted(Field.Type type) {
        return type == Field.Type.TIMESTAMPTZ ? "timestamp with time zone" : type.sql();
    }

    /** Writes a row: one parameter for each field, then topic, partition and offset. */
    String insert() {
        String columns = Stream.concat(fields.stream().map(Field::name), ORIGIN_KEY.stream())
                .map(Table::quote)
                .collect(Collectors.joining(", "));
        String parameters = Stream.concat(
                        fields.stream().map(field -> field.type() == Field.Type.JSONB ? "?::jsonb" : "?"),
                        ORIGIN_KEY.stream().map(_ -> "?"))
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO %s"
                .formatted(quoted(), columns, parameters, list(primaryKey()), key.isEmpty() ? "NOTHING" : update());
    }

    private String update() {
        return "UPDATE SET "
                + Stream.concat(fields.stream().map(Field::name), ORIGIN_KEY.stream())
                        .filter(column -> !key.contains(column))
                        .map(Table::quote)
                        .map(column -> column + " = EXCLUDED." + column)
                        .collect(Collectors.joining(", "));
    }

    /** Keeps a record that was rejected: topic, partition, offset, reason, key, value. */
    String insertRejected() {
        return "INSERT INTO %s (%s, reason, key, value) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
                .formatted(quotedRejected(), list(ORIGIN_KEY));
    }

    private String definitions() {
        return fields.stream()
                .map(field -> quote(field.name()) + " " + field.type().sql())
                .collect(Collectors.joining(", "));
    }

    private List<String> primaryKey() {
        return key.isEmpty() ? ORIGIN_KEY : key;
    }

    private String quoted() {
        return quotedName(name);
    }

    private String quotedRejected() {
        return quotedName(name + "_rejected");
    }

    private static String quotedName(String name) {
        return Stream.of(name.split("[.]")).map(Table::quote).collect(Collectors.joining("."));
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Table::quote).collect(Collectors.joining(", "));
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
