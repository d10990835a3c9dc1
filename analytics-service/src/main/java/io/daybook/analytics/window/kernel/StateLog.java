package io.daybook.analytics.window.kernel;

import org.jspecify.annotations.Nullable;

/** Where a kernel puts what has changed in its state, to have it back after a restart. */
@FunctionalInterface
public interface StateLog {

    /** Keeps a value under a key; null forgets it. */
    void put(byte[] key, byte @Nullable [] value);
}
