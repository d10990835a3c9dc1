package io.daybook.analytics.window.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A sliding window: what the events of the last {@code size} come to, exactly, told at the time of each event. The
 * window of a result at {@code t} is {@code [t - size + 1, t + 1)} in milliseconds; each late event in it is a
 * correction.
 */
public final class Sliding<V, A> implements SequenceFunction<V, Trail<A>> {

    private final long size;
    private final Aggregation<V, A> aggregation;
    private final Format<V> values;

    public Sliding(long size, Aggregation<V, A> aggregation, Format<V> values) {
        if (size < 1) {
            throw new IllegalArgumentException("The size must be positive, not " + size);
        }
        this.size = size;
        this.aggregation = aggregation;
        this.values = values;
    }

    @Override
    public Trail<A> start() {
        return Trail.empty(aggregation);
    }

    @Override
    public void step(Trail<A> state, Step<V> event) {
        TwoStacks<A> items = state.items();
        while (!items.isEmpty() && items.oldest().at() <= event.at() - size) {
            items.removeOldest();
        }
        state.add(event, aggregation);
    }

    @Override
    public @Nullable WindowResult result(String key, Trail<A> state) {
        TwoStacks<A> items = state.items();
        long end = state.newest() + 1;
        return new WindowResult(
                key,
                end - size,
                end - size,
                end,
                aggregation.lower(items.total()),
                items.size(),
                items.late(),
                items.late());
    }

    @Override
    public boolean countsEvents() {
        return false;
    }

    @Override
    public long independentFrom(long at) {
        return at + size;
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
