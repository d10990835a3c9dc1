package io.daybook.api.watch.event;

import java.time.Instant;

/** The watch raises no more alerts. */
public record WatchRetired(String name, String reason, Instant retiredAt) implements WatchEvent {}
