package io.daybook.query.platform.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dead letters of a generation. An entity that has one is held up: its later events join it, in order, and its row
 * stays as it was before; other entities go on. The events themselves stay in the store, so a letter is only a place.
 */
public final class DeadLetterBook {

    private static final String ADD = """
            INSERT INTO dead_letter (model, entity, position, aggregate_id, sequence, event_type, cause, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String HELD_UP = "SELECT DISTINCT model, entity FROM dead_letter WHERE model = ANY (?)";

    private DeadLetterBook() {}

    /** An entity of a model. */
    record Entity(String model, String key) {}

    /**
     * Keeps repairs of these models out until the transaction ends, and answers which of their entities are held up:
     * one round trip, of two statements, so that the second sees what a repair has done for which the first had to
     * wait.
     */
    static Set<Entity> enter(Connection connection, String group, List<String> models) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_advisory_xact_lock_shared(hashtext(current_schema() || '/' || ?)); " + HELD_UP)) {
            statement.setString(1, group);
            statement.setArray(2, connection.createArrayOf("text", models.toArray()));
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                Set<Entity> heldUp = new HashSet<>();
                while (row.next()) {
                    heldUp.add(new Entity(row.getString(1), row.getString(2)));
                }
                return heldUp;
            }
        }
    }

    /** Which of some entities of a model are held up. */
    static Set<String> heldUp(Connection connection, String model, Collection<?> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT DISTINCT entity FROM dead_letter WHERE model = ? AND entity = ANY (?)")) {
            statement.setString(1, model);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(Object::toString).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                Set<String> heldUp = new HashSet<>();
                while (row.next()) {
                    heldUp.add(row.getString(1));
                }
                return heldUp;
            }
        }
    }

    /** Waits until no batch of a group is under way, and keeps others out until the transaction ends. */
    public static void enterAlone(Connection connection, String group) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(current_schema() || '/' || ?))")) {
            statement.setString(1, group);
            statement.execute();
        }
    }

    public static void add(Connection connection, Collection<DeadLetter> letters) throws SQLException {
        if (letters.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (DeadLetter letter : letters) {
                statement.setString(1, letter.model());
                statement.setString(2, letter.entity());
                statement.setLong(3, letter.position());
                statement.setString(4, letter.aggregateId());
                statement.setLong(5, letter.sequence());
                statement.setString(6, letter.eventType());
                statement.setString(7, letter.cause());
                statement.setString(8, letter.message());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The letters of an entity, in order. */
    public static List<DeadLetter> of(Connection connection, String model, String entity) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM dead_letter WHERE model = ? AND entity = ? ORDER BY position")) {
            statement.setString(1, model);
            statement.setString(2, entity);
            try (ResultSet row = statement.executeQuery()) {
                List<DeadLetter> letters = new ArrayList<>();
                while (row.next()) {
                    letters.add(DeadLetter.in(row));
                }
                return letters;
            }
        }
    }

    /** Removes the letters of an entity up to a position. */
    public static void remove(Connection connection, String model, String entity, long until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM dead_letter WHERE model = ? AND entity = ? AND position <= ?")) {
            statement.setString(1, model);
            statement.setString(2, entity);
            statement.setLong(3, until);
            statement.executeUpdate();
        }
    }

    /** The same letter could not be applied again, for the reason it now has. */
    static void failedAgain(Connection connection, DeadLetter letter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE dead_letter"
                        + " SET attempts = attempts + 1, cause = ?, message = ? WHERE model = ? AND entity = ? AND position = ?")) {
            statement.setString(1, letter.cause());
            statement.setString(2, letter.message());
            statement.setString(3, letter.model());
            statement.setString(4, letter.entity());
            statement.setLong(5, letter.position());
            statement.executeUpdate();
        }
    }
}
