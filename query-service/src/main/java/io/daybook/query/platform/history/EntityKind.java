package io.daybook.query.platform.history;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.model.ReadModel;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A kind of entity that has a history: a capability declares it as a bean, and its resources {@code history} and
 * {@code compare} are there.
 *
 * @param path of its endpoint, in which {@code {key}} stands for the entity's key
 * @param unknown the code of the problem where there is no such entity
 * @param models what the endpoint shows, all of the same aggregate; an event is a version where the first of them
 *     follows it
 * @param view what the endpoint shows
 * @param isPersonal whether that may be personal data, of which no copy must be kept on the way
 */
public record EntityKind(
        String path, RejectionCode unknown, List<ReadModel<?, ?>> models, View view, boolean isPersonal) {

    /** What an endpoint shows of an entity, from the state of its models and the time of the answer. */
    @FunctionalInterface
    public interface View {
        Object shown(States states, Instant time);
    }

    public EntityKind {
        models = List.copyOf(models);
        if (!path.contains("{key}") || models.isEmpty()) {
            throw new IllegalArgumentException("An entity kind needs a path with {key} and a model, not " + path);
        }
    }

    /** An entity that is made of several models. */
    public static EntityKind of(String path, RejectionCode unknown, List<ReadModel<?, ?>> models, View view) {
        return new EntityKind(path, unknown, models, view, false);
    }

    /** An entity that is one model, shown in a way that may depend on the time. */
    public static <V> EntityKind of(
            String path, RejectionCode unknown, ReadModel<V, ?> model, BiFunction<V, Instant, Object> view) {
        return of(path, unknown, List.of(model), (states, time) -> view.apply(states.get(model), time));
    }

    /** The same with personal data in it. */
    public EntityKind personal() {
        return new EntityKind(path, unknown, models, view, true);
    }

    ReadModel<?, ?> main() {
        return models.getFirst();
    }
}
