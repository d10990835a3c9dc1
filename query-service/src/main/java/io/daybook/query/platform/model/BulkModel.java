package io.daybook.query.platform.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one model, or a share of them, while very many events pass: they stay in memory, and are written in
 * bulk. For one thread.
 */
public final class BulkModel<V, E> {

    private final ReadModel<V, E> model;
    private final Storage<V> storage;
    private final boolean fresh;
    private final Map<Object, Entity<V>> entities = new HashMap<>();
    private final List<Kept<V>> written = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private boolean complete;

    private static final class Entity<V> {
        private @Nullable V view;
        private Trail trail = Trail.NONE;
        private @Nullable Kept<V> stored;
        private boolean heldUp;

        private boolean isChanged() {
            Kept<V> before = stored;
            return trail.position() > (before == null ? 0 : before.trail().position());
        }
    }

    /**
     * Entities of a model.
     *
     * @param fresh whether the table has none of its rows yet; else they are looked up when first needed
     */
    public BulkModel(ReadModel<V, E> model, boolean fresh) {
        this.model = model;
        this.storage = new Storage<>(model.table());
        this.fresh = fresh;
        this.complete = fresh;
    }

    public ReadModel<V, E> model() {
        return model;
    }

    /** How many entities and rows are in memory. */
    public int size() {
        return entities.size() + written.size();
    }

    /** Applies a chunk of events, in order. The connection is used where entities have to be looked up. */
    public void apply(Connection connection, List<Recorded<Object>> chunk) throws SQLException {
        List<Recorded<E>> parts = new ArrayList<>(chunk.size());
        for (Recorded<Object> recorded : chunk) {
            for (E part : model.parts(recorded.event())) {
                parts.add(recorded.with(part));
            }
        }
        if (fresh && !model.isOfAggregates()) {
            parts.forEach(this::append);
            return;
        }
        lookUp(connection, parts);
        parts.forEach(this::fold);
    }

    /** An entity that is a single event needs no memory of it. */
    private void append(Recorded<E> part) {
        try {
            written.add(model.table().keep(model.fold(null, part), Trail.NONE.and(part)));
        } catch (RuntimeException cause) {
            letters.add(DeadLetter.of(model.name(), model.key(part), part, cause));
        }
    }

    private void lookUp(Connection connection, List<Recorded<E>> parts) throws SQLException {
        if (complete) {
            return;
        }
        Set<Object> missing = new HashSet<>();
        for (Recorded<E> part : parts) {
            Object key = model.key(part);
            if (!entities.containsKey(key)) {
                missing.add(key);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Set<String> heldUp = DeadLetterBook.heldUp(connection, model.name(), missing);
        storage.load(connection, missing).forEach((key, kept) -> {
            Entity<V> entity = new Entity<>();
            entity.view = kept.view();
            entity.trail = kept.trail();
            entity.stored = kept;
            entities.put(key, entity);
        });
        for (Object key : missing) {
            if (heldUp.contains(key.toString())) {
                entities.computeIfAbsent(key, _ -> new Entity<>()).heldUp = true;
            }
        }
    }

    private void fold(Recorded<E> part) {
        Object key = model.key(part);
        Entity<V> entity = entities.computeIfAbsent(key, _ -> new Entity<>());
        if (part.position() <= entity.trail.position()) {
            return;
        }
        if (entity.heldUp) {
            letters.add(DeadLetter.heldUp(model.name(), key, part));
            return;
        }
        try {
            entity.view = model.fold(entity.view, part);
            entity.trail = entity.trail.and(part);
        } catch (RuntimeException cause) {
            entity.heldUp = true;
            letters.add(DeadLetter.of(model.name(), key, part, cause));
        }
    }

    /** Writes what has changed, in the connection's transaction; answers by how much the model's digest has. */
    public Digest flush(Connection connection) throws SQLException {
        List<Kept<V>> added = new ArrayList<>(written);
        List<Kept<V>> changed = new ArrayList<>();
        Digest change = Digest.NONE;
        for (Entity<V> entity : entities.values()) {
            V view = entity.view;
            if (view == null || !entity.isChanged()) {
                continue;
            }
            Kept<V> kept = model.table().keep(view, entity.trail);
            Kept<V> before = entity.stored;
            (before == null && complete ? added : changed).add(kept);
            change = change.and(
                    before == null ? Digest.of(kept) : Digest.of(kept).minus(Digest.of(before)));
            entity.stored = kept;
        }
        for (Kept<V> kept : written) {
            change = change.and(Digest.of(kept));
        }
        storage.copy(connection, added);
        storage.write(connection, changed);
        DeadLetterBook.add(connection, letters);
        letters.clear();
        written.clear();
        return change;
    }

    /** Forgets what is written; it is looked up again where it is needed. */
    public void forget() {
        entities.clear();
        complete = false;
    }

    /** Every entity there is in memory with its state; for a comparison with what is stored. */
    public Map<Object, Kept<V>> snapshot() {
        Map<Object, Kept<V>> all = HashMap.newHashMap(entities.size() + written.size());
        entities.forEach((key, entity) -> {
            V view = entity.view;
            if (view != null) {
                all.put(key, model.table().keep(view, entity.trail));
            }
        });
        for (Kept<V> kept : written) {
            all.put(model.table().key(kept.view()), kept);
        }
        return all;
    }
}
