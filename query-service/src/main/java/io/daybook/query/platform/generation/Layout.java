package io.daybook.query.platform.generation;

import io.daybook.query.platform.model.ReadModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The tables and indexes that the code of this version expects of a generation. */
public final class Layout {

    private static final String TRAIL = """
            position  bigint NOT NULL,
            version   bigint NOT NULL,
            events    bigint NOT NULL,
            positions bigint NOT NULL,
            hash      bigint NOT NULL""";

    private final String tables = resource("tables.sql").replace("${trail}", TRAIL);
    private final String indexes = resource("indexes.sql");

    /** Tells generations apart that this code can use from those of other versions of it. */
    String fingerprint() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((tables + indexes).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Makes the schema with its tables, and without the indexes that only queries need. */
    void createTables(Connection connection, String schema, List<? extends ReadModel<?, ?>> models)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            statement.execute("SET LOCAL search_path TO " + schema);
            statement.execute(tables);
        }
        for (ReadModel<?, ?> model : models) {
            requireColumns(connection, schema, model);
        }
    }

    private static void requireColumns(Connection connection, String schema, ReadModel<?, ?> model)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position")) {
            statement.setString(1, schema);
            statement.setString(2, model.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        List<String> expected = model.table().columnNames();
        if (!columns.equals(expected)) {
            throw new IllegalStateException(
                    "The table %s has the columns %s; its model writes %s".formatted(model.name(), columns, expected));
        }
    }

    /** The statements that make the indexes; they may run side by side. */
    public List<String> indexes() {
        return indexes.lines()
                .filter(line -> line.startsWith("CREATE "))
                .map(line -> line.substring(0, line.lastIndexOf(';')))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream sql = Layout.class.getResourceAsStream("/io/daybook/query/generation/" + name)) {
            return new String(Objects.requireNonNull(sql, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
