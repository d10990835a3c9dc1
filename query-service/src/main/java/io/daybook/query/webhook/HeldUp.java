package io.daybook.query.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity whose next event could not be delivered.
 *
 * @param fromSequence that event's place in the entity's stream
 * @param fromPosition and in the store
 * @param since when it failed first
 * @param attempts how often it has failed
 */
record HeldUp(
        String entity,
        long fromSequence,
        long fromPosition,
        Instant since,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError) {

    HeldUp because(String error) {
        return new HeldUp(entity, fromSequence, fromPosition, since, attempts, nextAttemptAt, error);
    }
}
