package io.daybook.query.platform.live;

/** That something watched has changed, and by the event at which position. */
public record Change(String aggregateId, long position) {}
