package io.daybook.analytics.pricing.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log has it.
 *
 * @param position in the log
 * @param sequence within its entity
 * @param type its stored name
 * @param revision as stored; null for the first
 * @param payload JSON
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record StoredEvent(
        long position, long sequence, String type, @Nullable String revision, Instant recordedAt, byte[] payload) {}
