package io.daybook.query.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * A view as a function of events: pure, so that the same fold serves projection, rebuild, time travel and verification.
 */
@FunctionalInterface
public interface Fold<V, E> {

    /**
     * The view after an event.
     *
     * @param view the view before it; null where there is none yet
     * @throws MissingRow where there is none and the event cannot be the first
     */
    V apply(@Nullable V view, E event);

    /** The view that an event changes, which must be there. */
    static <V> V known(@Nullable V view, Object event) {
        if (view == null) {
            throw new MissingRow(event);
        }
        return view;
    }
}
