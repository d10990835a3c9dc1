package io.daybook.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stored event that a fold needs: what happened, to whom, and where it stands.
 *
 * @param position the place in the store, dense from 1 in commit order
 * @param sequence the place in the aggregate's stream, dense from 0
 * @param payloadRevision as it is stored; null where none was
 * @param bytes the payload as it was appended
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record EventPayload(
        long position,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] bytes) {}
