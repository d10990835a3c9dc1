package io.daybook.api.alert.event;

import java.time.Instant;

/** What the alert told of is over, or was none; the note says which. */
public record AlertResolved(String alertId, String resolvedBy, String note, Instant resolvedAt) implements AlertEvent {}
