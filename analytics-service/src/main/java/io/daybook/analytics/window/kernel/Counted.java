package io.daybook.analytics.window.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Count windows: what the last {@code size} events come to, told at every {@code every}-th event, of which the n-th has
 * the id n. Told at each event it is "the last N", at every {@code size}-th it tumbles, in between it hops. Where there
 * have been fewer events than the size, those.
 *
 * <p>A late event moves all events after it on by one, so every later window depends on it and counts it as a
 * correction.
 */
public final class Counted<V, A> implements SequenceFunction<V, Trail<A>> {

    private final int size;
    private final int every;
    private final Aggregation<V, A> aggregation;
    private final Format<V> values;

    public Counted(int size, int every, Aggregation<V, A> aggregation, Format<V> values) {
        if (every < 1 || size < every) {
            throw new IllegalArgumentException("1 <= every <= size, not " + every + " and " + size);
        }
        this.size = size;
        this.every = every;
        this.aggregation = aggregation;
        this.values = values;
    }

    @Override
    public Trail<A> start() {
        return Trail.empty(aggregation);
    }

    @Override
    public void step(Trail<A> state, Step<V> event) {
        if (state.items().size() == size) {
            state.items().removeOldest();
        }
        state.add(event, aggregation);
    }

    @Override
    public @Nullable WindowResult result(String key, Trail<A> state) {
        if (state.number() % every != 0) {
            return null;
        }
        TwoStacks<A> items = state.items();
        return new WindowResult(
                key,
                state.number(),
                items.oldest().at(),
                state.newest() + 1,
                aggregation.lower(items.total()),
                items.size(),
                items.late(),
                state.lateSoFar());
    }

    @Override
    public boolean countsEvents() {
        return true;
    }

    @Override
    public long independentFrom(long at) {
        return Long.MAX_VALUE;
    }

    @Override
    public Format<V> values() {
        return values;
    }

    @Override
    public Format<Trail<A>> states() {
        return Trail.format(aggregation);
    }
}
