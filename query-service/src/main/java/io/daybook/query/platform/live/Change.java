package io.daybook.query.platform.live;

/**
 * That something watched has changed.
 *
 * @param version the sequence number of the event in its aggregate
 */
public record Change(String aggregateId, long position, long version) {}
