package io.daybook.query.platform.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A generation of the read side.
 *
 * @param id its number
 * @param name what users call it
 * @param layout the fingerprint of the tables it has
 * @param position up to which it is known to be built
 * @param target the position at which it stays; null for one that follows the log
 * @param asOf the instant that the target was found by, if it was
 * @param verification what the last verification found; null where there was none
 * @param problem why building it failed; null where it did not
 */
public record Generation(
        int id,
        String name,
        String layout,
        State state,
        long position,
        @Nullable Long target,
        @Nullable Instant asOf,
        Instant createdAt,
        @Nullable Instant builtAt,
        @Nullable Instant verifiedAt,
        @Nullable String verification,
        @Nullable String problem) {

    /** How far a generation has come. */
    public enum State {
        BUILDING,
        /** Built up to its position: it may be asked, verified, caught up and made live. */
        READY,
        FAILED
    }

    public String schema() {
        return "read_" + id;
    }

    /** Whether it stays as the read side was at a moment. */
    public boolean isFrozen() {
        return target != null;
    }
}
