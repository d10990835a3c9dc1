package io.daybook.query.platform.model;

import java.time.Instant;

/**
 * An event as it stands in the store.
 *
 * @param aggregateId whose event it is
 * @param position its place in the store, from 1
 * @param sequence its place in the aggregate, from 0
 * @param at when it was recorded
 */
public record Recorded<E>(E event, String aggregateId, long position, long sequence, Instant at) {

    /** The same place with something else that happened there. */
    public <F> Recorded<F> with(F other) {
        return new Recorded<>(other, aggregateId, position, sequence, at);
    }
}
