package io.daybook.query.platform.history;

import io.daybook.query.platform.model.Folded;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Trail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model of an entity while its events pass: it stays as it is from the first event on that cannot be applied, as
 * its row does.
 */
final class Unfolding<V, E> {

    private final ReadModel<V, E> model;
    private final Object key;
    private @Nullable V view;
    private Trail trail = Trail.NONE;
    private boolean isStopped;

    Unfolding(ReadModel<V, E> model, Object key) {
        this.model = model;
        this.key = key;
    }

    ReadModel<V, E> model() {
        return model;
    }

    @Nullable V view() {
        return view;
    }

    /** Applies an event; answers whether it concerns the entity. */
    boolean pass(Recorded<Object> recorded) {
        List<Recorded<E>> own = model.parts(recorded.event()).stream()
                .map(recorded::with)
                .filter(part -> model.key(part).equals(key))
                .toList();
        if (!isStopped && !own.isEmpty()) {
            V before = view;
            Folded<V> after = Folded.of(model, before == null ? null : new Kept<>(before, trail, 0), own);
            view = after.view();
            trail = after.trail();
            isStopped = after.stopped() != null;
        }
        return !own.isEmpty();
    }
}
