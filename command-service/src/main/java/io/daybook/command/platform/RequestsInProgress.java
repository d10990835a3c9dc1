package io.daybook.command.platform;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The keyed requests under way in this instance. What another instance has under way is settled by the store: only one
 * of two receipts of a key gets in, and both callers are told its outcome.
 */
@Component
final class RequestsInProgress {

    private final ConcurrentMap<String, IdempotencyKey> underWay = new ConcurrentHashMap<>();

    /** Enters a request; throws where one of its key is under way. */
    void enter(IdempotencyKey key) {
        IdempotencyKey other = underWay.putIfAbsent(key.scoped(), key);
        if (other == null) {
            return;
        }
        if (!key.matches(other.fingerprint())) {
            throw Refused.keyReused();
        }
        throw new Refused(
                HttpStatus.CONFLICT, "REQUEST_IN_PROGRESS", "A request with this Idempotency-Key is still under way");
    }

    void leave(IdempotencyKey key) {
        underWay.remove(key.scoped());
    }
}
