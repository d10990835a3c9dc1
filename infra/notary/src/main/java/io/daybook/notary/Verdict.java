package io.daybook.notary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verification came to.
 *
 * @param events how many were found to be in order, from the first on
 * @param checkpoints how many were checked, and fit
 * @param last the last of these
 * @param firstFinding null where all is in order
 */
public record Verdict(
        long events,
        long checkpoints,
        @Nullable Checkpoint last,
        @Nullable Finding firstFinding) {

    /** Whether all is in order. */
    public boolean holds() {
        return firstFinding == null;
    }

    public Optional<Finding> finding() {
        return Optional.ofNullable(firstFinding);
    }

    public Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(last);
    }
}
