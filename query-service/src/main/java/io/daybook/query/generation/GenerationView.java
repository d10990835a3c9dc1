package io.daybook.query.generation;

import io.daybook.query.platform.ProgressView;
import io.daybook.query.platform.generation.Generation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A generation as an operator sees it.
 *
 * @param live whether it answers queries
 * @param previous whether a roll-back would return to it
 * @param position up to which it is built
 * @param target where it stays; null for one that follows the log
 */
record GenerationView(
        String name,
        Generation.State state,
        boolean live,
        boolean previous,
        long position,
        @Nullable Long target,
        @Nullable Instant asOf,
        Instant createdAt,
        @Nullable Instant builtAt,
        @Nullable Instant verifiedAt,
        @Nullable String verification,
        @Nullable String problem,
        @Nullable ProgressView progress) {}
