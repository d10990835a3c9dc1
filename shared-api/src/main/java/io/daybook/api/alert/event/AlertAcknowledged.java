package io.daybook.api.alert.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody looks after the alert. */
public record AlertAcknowledged(
        String alertId, String acknowledgedBy, @Nullable String note, Instant acknowledgedAt) implements AlertEvent {}
