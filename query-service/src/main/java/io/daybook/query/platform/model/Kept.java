package io.daybook.query.platform.model;

/**
 * A view as it is kept.
 *
 * @param hash of its content, see {@link ContentHash}
 */
public record Kept<V>(V view, Trail trail, long hash) {}
