package io.daybook.query.platform.history;

import io.daybook.query.platform.model.ReadModel;
import java.util.Map;
import java.util.Optional;

/** What some events make of an entity in each of its models. */
public final class States {

    static final States NONE = new States(Map.of());

    private final Map<ReadModel<?, ?>, Object> views;

    States(Map<ReadModel<?, ?>, Object> views) {
        this.views = Map.copyOf(views);
    }

    boolean has(ReadModel<?, ?> model) {
        return views.containsKey(model);
    }

    /** The view of a model; empty where the events make none. */
    @SuppressWarnings("unchecked") // put there by the same model
    public <V> Optional<V> find(ReadModel<V, ?> model) {
        return Optional.ofNullable((V) views.get(model));
    }

    /** The view of a model that begins with the entity. */
    public <V> V get(ReadModel<V, ?> model) {
        return find(model).orElseThrow(() -> new IllegalStateException("No event makes a view of " + model.name()));
    }
}
