package io.daybook.analytics.window.kernel;

import java.math.BigDecimal;

/**
 * How the values of a window come to one number: a commutative semigroup with an entrance and an exit, after the
 * {@code lift}, {@code combine} and {@code lower} of Tangwongsan et al., <i>General Incremental Sliding-Window
 * Aggregation</i>, PVLDB 8(7), 2015. No window without events has a result, so there is no neutral element; none needs
 * an inverse either.
 *
 * @param <V> the value of one event
 * @param <A> what the values of several events come to
 */
public interface Aggregation<V, A> {

    /** What a single event comes to. */
    A lift(V value);

    /** What two groups of events come to together; associative and commutative. */
    A combine(A one, A other);

    /** The number that is shown. */
    BigDecimal lower(A aggregate);

    Format<A> format();
}
