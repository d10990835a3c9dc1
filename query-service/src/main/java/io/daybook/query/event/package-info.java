/**
 * The stored events, found by what they are about, with what led to each and what it led to. Owns the tables
 * {@code event_term} and {@code event_index}, an index of the log that follows it by itself, outside of processors and
 * generations: it folds nothing. Depends on the contract and the platform.
 */
@NullMarked
package io.daybook.query.event;

import org.jspecify.annotations.NullMarked;
