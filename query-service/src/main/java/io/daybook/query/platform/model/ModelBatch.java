package io.daybook.query.platform.model;

import io.daybook.query.platform.model.DeadLetterBook.Entity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch of events does to one model: its rows are loaded once, folded in memory, and written once. */
final class ModelBatch<V, E> {

    private final ReadModel<V, E> model;
    private final Storage<V> storage;
    private final Map<Object, List<Recorded<E>>> byKey = new LinkedHashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    ModelBatch(ReadModel<V, E> model, Storage<V> storage) {
        this.model = model;
        this.storage = storage;
    }

    void take(Recorded<?> recorded) {
        for (E part : model.parts(recorded.event())) {
            Recorded<E> own = recorded.with(part);
            byKey.computeIfAbsent(model.key(own), _ -> new ArrayList<>()).add(own);
        }
    }

    /** Writes what follows; answers by how much the model's digest has changed. */
    Digest write(Connection connection, Set<Entity> heldUp) throws SQLException {
        if (byKey.isEmpty()) {
            return Digest.NONE;
        }
        Map<Object, Kept<V>> before = storage.load(connection, byKey.keySet());
        List<Kept<V>> after = new ArrayList<>(byKey.size());
        Digest change = Digest.NONE;
        for (Map.Entry<Object, List<Recorded<E>>> entity : byKey.entrySet()) {
            Object key = entity.getKey();
            if (heldUp.contains(new Entity(model.name(), key.toString()))) {
                entity.getValue().forEach(event -> letters.add(DeadLetter.heldUp(model.name(), key, event)));
                continue;
            }
            Kept<V> old = before.get(key);
            Kept<V> kept = folded(key, old, entity.getValue());
            if (kept != null) {
                after.add(kept);
                change = change.and(
                        old == null ? Digest.of(kept) : Digest.of(kept).minus(Digest.of(old)));
            }
        }
        if (!after.isEmpty()) {
            storage.write(connection, after);
        }
        DeadLetterBook.add(connection, letters);
        return change;
    }

    /** What is to be kept of an entity; null where nothing has changed. */
    private @Nullable Kept<V> folded(Object key, @Nullable Kept<V> old, List<Recorded<E>> events) {
        Folded<V> folded = Folded.of(model, old, events);
        Folded.Stopped stopped = folded.stopped();
        if (stopped != null) {
            letters.add(DeadLetter.of(model.name(), key, events.get(stopped.at()), stopped.cause()));
            events.subList(stopped.at() + 1, events.size())
                    .forEach(event -> letters.add(DeadLetter.heldUp(model.name(), key, event)));
        }
        boolean changed =
                folded.trail().position() > (old == null ? 0 : old.trail().position());
        V view = folded.view();
        return changed && view != null ? model.table().keep(view, folded.trail()) : null;
    }
}
