package io.daybook.query.platform.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies batches of events to the models of one group: one processor, one place in the log. Applying an event twice
 * changes nothing; one that cannot be applied becomes a dead letter of its entity.
 */
public final class Projector {

    private final String group;
    private final List<Stored<?, ?>> models;
    private final List<String> names;

    /** A model and its statements. */
    private record Stored<V, E>(ReadModel<V, E> model, Storage<V> storage) {

        static <V, E> Stored<V, E> of(ReadModel<V, E> model) {
            return new Stored<>(model, new Storage<>(model.table()));
        }

        ModelBatch<V, E> batch() {
            return new ModelBatch<>(model, storage);
        }
    }

    public Projector(String group, List<? extends ReadModel<?, ?>> models) {
        this.group = group;
        this.models = models.stream().<Stored<?, ?>>map(Stored::of).toList();
        this.names = models.stream().<String>map(ReadModel::name).toList();
    }

    /**
     * Writes what follows from a batch, in the connection's transaction, with the dead letters and digests.
     *
     * @param segment whose share of the digests changes
     */
    public void write(Connection connection, List<? extends Recorded<?>> events, int segment) throws SQLException {
        Set<DeadLetterBook.Entity> heldUp = DeadLetterBook.enter(connection, group, names);
        Map<String, Digest> changes = new HashMap<>();
        for (Stored<?, ?> stored : models) {
            ModelBatch<?, ?> batch = stored.batch();
            events.forEach(batch::take);
            changes.put(stored.model().name(), batch.write(connection, heldUp));
        }
        Digests.add(connection, segment, changes);
    }

    /** Removes all rows, dead letters and digests of the group's models. */
    public void clear(Connection connection) throws SQLException {
        DeadLetterBook.enterAlone(connection, group);
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", names));
        }
        try (var statement = connection.prepareStatement("DELETE FROM dead_letter WHERE model = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            statement.executeUpdate();
        }
        Digests.forget(connection, names);
    }
}
