package io.daybook.analytics.pricing.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Whether the events that the engine learns from keep coming.
 *
 * @param expected the events that a stretch of time up to now usually brings, all SKUs together
 * @param seen those that it brought
 * @param skipped positions of the log that were never seen
 */
public record SourceState(double expected, long seen, long skipped) {

    /** Why prices are not moved; null where they may be. */
    public @Nullable Verdict freeze() {
        Verdict verdict = FreezeKernel.verdict(this);
        return verdict == Verdict.MOVE ? null : verdict;
    }
}
