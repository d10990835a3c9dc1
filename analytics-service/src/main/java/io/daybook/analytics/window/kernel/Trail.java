package io.daybook.analytics.window.kernel;

import io.daybook.analytics.window.kernel.SequenceFunction.Step;
import io.daybook.analytics.window.kernel.TwoStacks.Item;

/** The latest events of a key, what they come to, and how many there have been; the state of windows that slide. */
public final class Trail<A> {

    private final TwoStacks<A> items;
    private long number;
    private long lateSoFar;
    private long newest;

    private Trail(TwoStacks<A> items) {
        this.items = items;
    }

    static <A> Trail<A> empty(Aggregation<?, A> aggregation) {
        return new Trail<>(new TwoStacks<>(aggregation::combine));
    }

    <V> void add(Step<V> event, Aggregation<V, A> aggregation) {
        items.add(new Item<>(event.at(), aggregation.lift(event.value()), event.late()));
        number++;
        newest = event.at();
        lateSoFar += event.late() ? 1 : 0;
    }

    TwoStacks<A> items() {
        return items;
    }

    /** How many events there have been, those that have left the trail included. */
    long number() {
        return number;
    }

    /** How many of them were late. */
    long lateSoFar() {
        return lateSoFar;
    }

    /** The time of the latest event. */
    long newest() {
        return newest;
    }

    static <A> Format<Trail<A>> format(Aggregation<?, A> aggregation) {
        return new Format<>() {
            @Override
            public void write(Trail<A> trail, StateOutput out) {
                out.putLong(trail.number).putLong(trail.lateSoFar).putTime(trail.newest);
                trail.items.write(aggregation.format(), out);
            }

            @Override
            public Trail<A> read(StateInput in) {
                long number = in.number();
                long lateSoFar = in.number();
                long newest = in.time();
                Trail<A> trail = new Trail<>(TwoStacks.read(aggregation::combine, aggregation.format(), in));
                trail.number = number;
                trail.lateSoFar = lateSoFar;
                trail.newest = newest;
                return trail;
            }
        };
    }
}
