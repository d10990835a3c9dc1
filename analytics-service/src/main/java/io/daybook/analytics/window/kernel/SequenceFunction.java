package io.daybook.analytics.window.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A function of a key's events in order of time: what it says after an event depends on that one and those before it.
 *
 * @param <V> the value of one event
 * @param <S> what it remembers of the events so far; changed in place
 */
public interface SequenceFunction<V, S> {

    /** Before the first event. */
    S start();

    /** Goes on by one event. */
    void step(S state, Step<V> event);

    /**
     * What it says after the latest event; null where nothing is due. Its id tells one result of a key from another:
     * the time, where events of one time make one result, else the number of the event.
     */
    @Nullable WindowResult result(String key, S state);

    /** Whether each event has a result of its own; else those of one time have one between them. */
    boolean countsEvents();

    /**
     * The first time from which results do not depend on an event at {@code at}; the end of time where all later ones
     * do.
     */
    long independentFrom(long at);

    Format<V> values();

    Format<S> states();

    /** An event as a step. */
    record Step<V>(long at, V value, boolean late) {}
}
