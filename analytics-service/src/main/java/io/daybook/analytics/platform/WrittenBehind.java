package io.daybook.analytics.platform;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a task keeps in memory as the truth, and can tell in bytes. It is asked for its changes before each commit, so
 * that they and the offsets are stored together, and given all of them back, the latest of each key, when the task
 * opens again.
 */
public interface WrittenBehind {

    /** Takes back what was stored under a key; null is what was taken away. */
    void restore(byte[] key, byte @Nullable [] value);

    /** Hands over the latest value of every key that changed since the last time; null takes the key away. */
    void drain(BiConsumer<byte[], byte @Nullable []> writer);
}
