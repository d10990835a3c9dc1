package io.daybook.query.platform.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A read model: which events it follows, which of its entities each of them concerns, what it makes of it, and how the
 * result is stored. Everything that derives it works by this one definition: the projection, a rebuild, time travel,
 * verification and repair.
 *
 * @param <V> the view of an entity
 * @param <E> what happens to an entity: an event, or a part of one
 */
public final class ReadModel<V, E> {

    private final Table<V> table;
    private final Follows follows;
    private final Function<Object, List<E>> parts;
    private final Function<Recorded<E>, Object> key;
    private final Fold<V, Recorded<E>> fold;
    private final @Nullable Function<Object, String> aggregateId;
    private final @Nullable ToLongFunction<Object> position;

    private ReadModel(
            Table<V> table,
            List<Class<?>> events,
            Function<Object, List<E>> parts,
            Function<Recorded<E>, Object> key,
            Fold<V, Recorded<E>> fold,
            @Nullable Function<Object, String> aggregateId,
            @Nullable ToLongFunction<Object> position) {
        this.table = table;
        this.follows = new Follows(events);
        this.parts = parts;
        this.key = key;
        this.fold = fold;
        this.aggregateId = aggregateId;
        this.position = position;
    }

    /**
     * A model with an entity for each aggregate.
     *
     * @param prefix of the aggregate's id, before the entity's key
     * @param key the entity's key
     */
    public static <V, E> ReadModel<V, E> ofAggregates(
            Table<V> table, Class<E> events, String prefix, Function<E, @Nullable String> key, Fold<V, E> fold) {
        return ofRecordedAggregates(table, events, prefix, key, (view, recorded) -> fold.apply(view, recorded.event()));
    }

    /** The same, where the fold has to know when and where an event was recorded. */
    public static <V, E> ReadModel<V, E> ofRecordedAggregates(
            Table<V> table,
            Class<E> events,
            String prefix,
            Function<E, @Nullable String> key,
            Fold<V, Recorded<E>> fold) {
        return new ReadModel<>(
                table,
                List.of(events),
                event -> key.apply(events.cast(event)) == null ? List.of() : List.of(events.cast(event)),
                recorded -> Objects.requireNonNull(key.apply(recorded.event())),
                fold,
                id -> prefix + id,
                null);
    }

    /** A model with an entity for each event, under its position. */
    public static <V, E> ReadModel<V, E> ofEvents(Table<V> table, Class<E> events, Function<Recorded<E>, V> view) {
        return ofParts(
                table,
                List.of(events),
                event -> List.of(events.cast(event)),
                Recorded::position,
                number -> (Long) number,
                view);
    }

    /**
     * A model with an entity for each part of an event; written once.
     *
     * @param events the types that may concern it
     * @param parts of an event, none where it does not concern the model
     * @param position of the event of a key
     */
    public static <V, P> ReadModel<V, P> ofParts(
            Table<V> table,
            List<Class<?>> events,
            Function<Object, List<P>> parts,
            Function<Recorded<P>, Object> key,
            ToLongFunction<Object> position,
            Function<Recorded<P>, V> view) {
        return new ReadModel<>(table, events, parts, key, (_, recorded) -> view.apply(recorded), null, position);
    }

    /** The name of the model, which is that of its table. */
    public String name() {
        return table.name();
    }

    public Table<V> table() {
        return table;
    }

    /** Whether events of a type may concern it. */
    public boolean follows(Class<?> type) {
        return follows.get(type);
    }

    /** What an event means to its entities, in order. */
    public List<E> parts(Object event) {
        return follows(event.getClass()) ? parts.apply(event) : List.of();
    }

    /** A key that comes as text. */
    public Object key(String text) {
        return table.keyType().equals("bigint") ? (Object) Long.valueOf(text) : text;
    }

    public Object key(Recorded<E> recorded) {
        return key.apply(recorded);
    }

    public V fold(@Nullable V view, Recorded<E> recorded) {
        return fold.apply(view, recorded);
    }

    /** Whether all that happens to an entity is in the events of one aggregate. */
    public boolean isOfAggregates() {
        return aggregateId != null;
    }

    /** The position of the event that an entity is, where it is one. */
    public long position(Object key) {
        return Objects.requireNonNull(position, "not a model of events").applyAsLong(key);
    }

    /** The aggregate of an entity, where it has one. */
    public String aggregateId(Object key) {
        return Objects.requireNonNull(aggregateId, "not a model of aggregates").apply(key);
    }

    /** Whether a type is among the types followed, remembered by the type: it is asked for every event. */
    private static final class Follows extends ClassValue<Boolean> {

        private final List<Class<?>> events;

        Follows(List<Class<?>> events) {
            this.events = events;
        }

        @Override
        protected Boolean computeValue(Class<?> type) {
            return events.stream().anyMatch(followed -> followed.isAssignableFrom(type));
        }
    }
}
