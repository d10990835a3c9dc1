package io.daybook.query.platform.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The digests of a generation, kept as its rows are written and in the same transaction. Each segment keeps a share of
 * its own, so that two do not wait for each other; the digest of a model is the sum of the shares.
 */
public final class Digests {

    /** PostgreSQL has no unsigned numbers: a share is kept as it is, and wrapped when it is added up here. */
    private static final String ADD = """
            INSERT INTO digest AS d (model, segment, rows, hash) SELECT * FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::numeric[])
            ON CONFLICT (model, segment) DO UPDATE SET rows = d.rows + excluded.rows, hash = d.hash + excluded.hash
            """;

    private Digests() {}

    public static void add(Connection connection, int segment, Map<String, Digest> changes) throws SQLException {
        List<Map.Entry<String, Digest>> changed = changes.entrySet().stream()
                .filter(change -> !change.getValue().equals(Digest.NONE))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", changed.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", changed.stream().map(_ -> segment).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            changed.stream()
                                    .map(change -> change.getValue().rows())
                                    .toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "numeric",
                            changed.stream()
                                    .map(change -> change.getValue().hash())
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    /** The digests of all models that have one. */
    public static Map<String, Digest> all(Connection connection) throws SQLException {
        Map<String, Digest> digests = new HashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT model, sum(rows), sum(hash) FROM digest GROUP BY model");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                // the low 64 bits, whatever the sum has grown to
                long hash = row.getBigDecimal(3).toBigInteger().longValue();
                digests.put(row.getString(1), new Digest(row.getLong(2), hash));
            }
        }
        return digests;
    }

    /** Forgets the digests of models whose rows are gone. */
    public static void forget(Connection connection, List<String> models) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM digest WHERE model = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", models.toArray()));
            statement.executeUpdate();
        }
    }
}
